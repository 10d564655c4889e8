"""Who and what the rules speak of (*domein*): municipalities, regieverbanden, plans, applications."""
