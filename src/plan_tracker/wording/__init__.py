"""Every word that a person reads or may type, in English and in Chinese."""
