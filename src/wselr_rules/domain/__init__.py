"""Who and what the rules speak of (*domein*), from municipalities to applications."""
