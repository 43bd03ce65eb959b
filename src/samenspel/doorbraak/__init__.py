"""Answers to forms and controlevragen."""
