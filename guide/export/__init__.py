"""The guide in other forms: pages for a browser, data for programs, a book on paper.

All of them are made from the machine of all conversations (guide.screens): nothing here decides
what is said or who is shown. Only `guide export` and the commands beside it import this.
"""
