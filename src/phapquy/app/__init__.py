"""The web assistant: it shows what the knowledge base answers and decides nothing itself."""

from phapquy.app.offline import stay_offline

# Gradio reads its switches while it is imported, and any module of this room may be the first to import it.
stay_offline()
