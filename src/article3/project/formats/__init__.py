"""How days and hours are written, where the language's usual way is not the field's."""
