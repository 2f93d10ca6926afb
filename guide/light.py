"""What the way to the first question takes of `typing`, without its import.

`import typing` takes about as long as all of Python's own start, so nothing that plain mode needs
before its first words may do it. Type checkers see the real thing (docs/decisions/0002).
"""

TYPE_CHECKING = False
"""As `typing.TYPE_CHECKING`: type checkers know it by its name, and take it for true."""

if TYPE_CHECKING:
    from typing import NamedTuple as Record
    from typing import assert_never
else:
    try:  # as `collections.namedtuple` does: fields are read twice as fast
        from _collections import _tuplegetter as field_getter
    except ImportError:
        from operator import itemgetter

        def field_getter(number, doc):
            """What reads one field of a record."""
            return property(itemgetter(number), doc=doc)

    class _RecordType(type):
        """Makes the fields of a record from what its class declares."""

        def __new__(cls, name, bases, body):
            defaults = dict(body)
            made = super().__new__(cls, name, bases, {**body, "__slots__": ()})
            # In the order they are declared, as `match` and `_make` count on.
            made._fields = made.__match_args__ = fields = tuple(made.__annotations__)
            made._field_defaults = {key: defaults[key] for key in fields if key in defaults}
            for number, field in enumerate(fields):
                setattr(made, field, field_getter(number, None))
            return made

    class Record(tuple, metaclass=_RecordType):
        """A named tuple: its class costs a tenth of what `typing.NamedTuple` makes of it."""

        def __new__(cls, *values, **named):  # noqa: D102
            # Nearly every record is made with each value in its place: that needs no look at
            # names.
            if named or len(values) != len(cls._fields):
                values = cls._complete(values, named)
            return tuple.__new__(cls, values)

        @classmethod
        def _complete(cls, values, named):
            """Every value in its order, from those given by place, by name, and by default."""
            rest = cls._fields[len(values) :]
            by_field = {**cls._field_defaults, **named}
            known = len(values) <= len(cls._fields) and named.keys() <= set(rest)
            if not known or not by_field.keys() >= set(rest):
                raise TypeError(f"{cls.__name__} is made of {', '.join(cls._fields)}, each once")
            return [*values, *[by_field[field] for field in rest]]

        _make = classmethod(tuple.__new__)

        def _asdict(self):
            return dict(zip(self._fields, self, strict=True))

        def _replace(self, /, **changed):
            fields = zip(self._fields, self, strict=True)
            values = [changed.pop(field, value) for field, value in fields]
            if changed:
                raise TypeError(f"{self.__class__.__name__} has no {', '.join(changed)}")
            return tuple.__new__(self.__class__, values)

        def __getnewargs__(self):
            return tuple(self)

        def __repr__(self):
            fields = (f"{name}={value!r}" for name, value in self._asdict().items())
            return f"{self.__class__.__name__}({', '.join(fields)})"

    def assert_never(value):
        """As `typing.assert_never`: type checkers prove that nothing is left to call it with."""
        raise AssertionError(f"nobody expected {type(value).__name__}")


__all__ = ["TYPE_CHECKING", "Record", "assert_never"]
