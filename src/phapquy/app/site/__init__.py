"""The pages beside the question desk: documents, powers, overlaps, units and the store, rendered on the server."""
