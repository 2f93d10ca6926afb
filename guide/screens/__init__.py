"""All conversations of a library as one small machine: every screen once, and where answers lead.

Many conversations show the same screens (docs/architecture.md counts both). What must look at every
screen (pictures, budgets, export, review, sign-off) walks this machine, which is proven equal to
the engine, instead of every conversation.

A **screen** is what a person meets after an answer: messages, then a question or an ending, as the
narrator tells them, "question 2 of about 5" included. A **menu** is what can be opened there and
leads back: topics, the help card, the help lines. Two places are one **state** where screen and
menu are the same, and the same answers lead to the same states: nobody can tell them apart,
whatever they answer from there on.

Which moves there are:

- Each answer that a front end may send is a move, by its real key: those listed with the question,
  and those that stand everywhere ("Someone is in danger now").
- Topics, help and why lead back to the same state: they are no moves, their words stand in the
  menu and the screen.
- Going back, beginning again and changing an answer need no moves: the keys given so far are a
  path. Back is the path without its last key, restart is the start, and a changed answer is the
  path walked anew, each later answer kept while its question is still the one that is asked
  (`Session.change`). A page without a program has the browser's own way back.
- Another language is the same state in another language's machine: states, and the ids of
  screens and menus, are the same in every language.
- Typed words are no moves: what is heard is asked back and then answered with these keys.

An **id** is made from content: what is shown, as texts by address and English, numbers and names
filled in, and where the moves lead. It is the same in each run, on each machine and in every
language, and changes only where something shown there or further on does.
"""
