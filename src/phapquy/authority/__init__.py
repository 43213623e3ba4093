"""Who may do what, derived from the provisions."""
