"""Eligibility (*ontvankelijkheid*): may this application be approved, and on what grounds?"""
