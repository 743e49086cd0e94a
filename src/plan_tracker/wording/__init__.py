"""Every word a person reads, in English and in Chinese; a missing translation is a missing argument."""
