"""Where each fact of a spreadsheet lives in a profile: one slot for each, read and written in one form that JSON can keep."""
