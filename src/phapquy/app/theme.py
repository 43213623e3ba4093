"""The look: our own Gradio theme, and the tags put into the head of the page. Nothing comes from outside."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from markupsafe import Markup

from phapquy.app import strings

STATIC_DIR: Final = Path(__file__).parent / "static"
STATIC_PATH: Final = "/giao-dien"
FAVICON: Final = STATIC_DIR / "favicon.svg"
_FONTS = ("Be Vietnam Pro", "Segoe UI", "Noto Sans", "DejaVu Sans", "sans-serif")
_PRELOADED = ("be-vietnam-pro-latin-400-normal.woff2", "be-vietnam-pro-vietnamese-400-normal.woff2")


def make_theme() -> Any:
    """Build the Gradio theme; the stylesheet does the rest by the same variables."""
    import gradio as gr

    theme = gr.themes.Base(font=list(_FONTS), font_mono=["DejaVu Sans Mono", "monospace"], text_size="lg")
    plain = {
        "body_background_fill": "var(--pq-page)",
        "body_text_color": "var(--pq-ink)",
        "block_background_fill": "transparent",
        "block_border_width": "0px",
        "block_shadow": "none",
        "block_label_text_color": "var(--pq-ink)",
        "block_title_text_color": "var(--pq-ink)",
        "block_title_text_weight": "700",
        "input_background_fill": "var(--pq-field)",
        "input_border_color": "var(--pq-edge)",
        "input_border_color_focus": "var(--pq-accent)",
        "input_border_width": "2px",
        "input_placeholder_color": "var(--pq-muted)",
        "input_shadow": "none",
        "input_shadow_focus": "none",
        "button_primary_background_fill": "var(--pq-accent)",
        "button_primary_background_fill_hover": "var(--pq-accent-strong)",
        "button_primary_text_color": "var(--pq-on-accent)",
        "button_primary_border_color": "transparent",
    }
    # Gradio keeps a second value of most names for the dark page; our variables change by themselves.
    known = {name for name in dir(theme) if name.endswith("_dark")}
    dark = {f"{name}_dark": value for name, value in plain.items() if f"{name}_dark" in known}
    return theme.set(**plain, **dark)


def head_tags(nonce: str) -> str:
    """Return the tags for the head: title, icon, fonts, stylesheet and script, the script with its nonce."""
    preloads = Markup("").join(
        Markup('<link rel="preload" as="font" type="font/woff2" crossorigin href="{}/fonts/{}">').format(
            STATIC_PATH, name
        )
        for name in _PRELOADED
    )
    return str(
        Markup(
            '<title>{title}</title><link rel="icon" type="image/svg+xml" href="{base}/favicon.svg">{preloads}'
            '<link rel="stylesheet" href="{base}/fonts.css"><link rel="stylesheet" href="{base}/shell.css">'
            '<script nonce="{nonce}" src="{base}/theme.js"></script>'
            '<link rel="stylesheet" href="{base}/dark.css" media="screen">'
            '<link rel="stylesheet" href="{base}/phapquy.css"><link rel="stylesheet" href="{base}/desk.css">'
            '<script nonce="{nonce}" src="{base}/phapquy.js"></script>'
            '<script nonce="{nonce}" src="{base}/desk.js"></script>'
            '<script nonce="{nonce}" src="{base}/first.js"></script>'
        ).format(title=strings.TITLE, base=STATIC_PATH, preloads=preloads, nonce=nonce)
    )


def body_tags() -> str:
    """Return what stands first in the body: what is said when something is missing or takes long."""
    return str(
        Markup(
            '<div id="pq-lost" role="alert" hidden>{}</div><p id="pq-wait">{}</p>'
            '<p id="pq-say" role="status"></p><noscript><p id="pq-noscript">{}</p></noscript>'
        ).format(strings.LOST, strings.WAITING, strings.NEEDS_SCRIPT)
    )
