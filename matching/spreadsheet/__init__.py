"""Reading a scheme's own spreadsheet, as it is, without losing a word of it."""
