"""The nouns: frozen values from the standard library only. Stages turn one into the next."""
