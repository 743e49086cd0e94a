"""The text of a TOML file: where each thing stands, the slips that spoil it, and changes of one spot."""
