"""A TOML text: where each thing stands in it, the slips that keep it from being TOML, one changed spot."""
