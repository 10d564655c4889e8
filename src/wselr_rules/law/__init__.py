"""The law (*het recht*) as data: terms, acts, sentences, readings and the numbers of the call."""
