//! The notation of types: `optional array of Name object { key, key, 2 more } or "literal" or 3 more`.

/// What a bullet, or a line of the flat rendering, says.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Line {
    /// A field or a parameter. Its type is missing where the rendering lost the line.
    Field {
        key: String,
        expression: Option<Expression>,
    },
    /// A value of an enum.
    Literal(Literal),
    /// A type: one of several, or one that is described by itself.
    Type {
        name: Option<String>,
        expression: Expression,
    },
}

/// A type.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Expression {
    /// As it was written, less `optional`.
    pub(super) text: String,
    pub(super) optional: bool,
    pub(super) terms: Vec<Term>,
    /// How many more terms there are.
    pub(super) more: usize,
}

/// One of the types that an expression joins by `or`.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Term {
    /// How many times `array of` stands before it.
    pub(super) arrays: usize,
    pub(super) core: Core,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Core {
    Unknown,
    Null,
    Boolean,
    Number,
    Integer,
    String,
    Map(Option<Box<Expression>>),
    Literal(Literal),
    /// An object with the keys that are listed.
    Head(Head),
    /// A type's name.
    Name(String),
}

/// A literal.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Literal {
    Text(String),
    Number,
    Boolean,
}

/// The beginning of an object: `Name object { key, key, 2 more }`.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Head {
    pub(super) name: Option<String>,
    /// The keys that are listed: the first ones.
    pub(super) keys: Vec<String>,
    /// How many keys there are.
    pub(super) total: usize,
}

impl Line {
    /// Reads a line, unless it is of another notation.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let mut cursor = Cursor { rest: text.trim() };
        if let Some(literal) = cursor.literal() {
            if cursor.rest.is_empty() {
                return Some(Self::Literal(literal));
            }
            if let (Literal::Text(key), true) = (literal, cursor.eat(":")) {
                let expression = Some(cursor.whole()?);
                return Some(Self::Field { key, expression });
            }
            cursor.rest = text.trim();
        }
        let mut ahead = cursor;
        if let Some(word) = ahead.word() {
            if ahead.rest.starts_with(": ") {
                ahead.eat(":");
                let key = word.to_owned();
                let expression = Some(ahead.whole()?);
                return Some(Self::Field { key, expression });
            }
            if ahead.skip_space().eat("=") {
                let expression = ahead.whole()?;
                let name = Some(word.to_owned());
                return Some(Self::Type { name, expression });
            }
        }
        let expression = cursor.whole()?;
        let name = match expression.terms.as_slice() {
            [
                Term {
                    arrays: 0,
                    core:
                        Core::Head(Head {
                            name: Some(name), ..
                        }),
                },
            ] => Some(name.clone()),
            _ => None,
        };
        Some(Self::Type { name, expression })
    }

    /// The expression, if it has one.
    pub(super) fn expression(&self) -> Option<&Expression> {
        match self {
            Self::Field { expression, .. } => expression.as_ref(),
            Self::Literal(_) => None,
            Self::Type { expression, .. } => Some(expression),
        }
    }

    /// Whether that line can be an expansion of this one.
    pub(super) fn admits(&self, child: &Self) -> bool {
        let Some(expression) = self.expression() else {
            // The line is lost: all that is known of it is its expansion.
            return matches!(self, Self::Field { .. });
        };
        let several = expression.terms.len() + expression.more > 1;
        let any = |test: fn(&Core) -> bool| {
            expression
                .terms
                .iter()
                .any(|term| test(&term.core) || matches!(&term.core, Core::Map(Some(_))))
        };
        match child {
            Self::Field { .. } => any(|core| matches!(core, Core::Head(_) | Core::Name(_))),
            Self::Literal(_) => any(|core| matches!(core, Core::Literal(_) | Core::Name(_))),
            Self::Type { .. } => several || any(|core| matches!(core, Core::Name(_))),
        }
    }
}

impl Expression {
    /// The only head or name in it, behind any number of `array of`.
    pub(super) fn only(&self) -> Option<&Term> {
        match self.terms.as_slice() {
            [term] if self.more == 0 => Some(term),
            _ => None,
        }
    }

    /// The head of the only object in it, also in a map.
    pub(super) fn head(&self) -> Option<&Head> {
        match &self.only()?.core {
            Core::Head(head) => Some(head),
            Core::Map(Some(values)) => values.head(),
            _ => None,
        }
    }
}

#[derive(Clone, Copy)]
struct Cursor<'a> {
    rest: &'a str,
}

/// How deep maps may nest: the text is anyone's.
const MOST_NESTED: usize = 32;

impl<'a> Cursor<'a> {
    fn skip_space(&mut self) -> &mut Self {
        self.rest = self.rest.trim_start();
        self
    }

    fn eat(&mut self, text: &str) -> bool {
        self.rest.strip_prefix(text).is_some_and(|rest| {
            self.rest = rest;
            true
        })
    }

    /// An identifier.
    fn word(&mut self) -> Option<&'a str> {
        let is_first = |first: char| first.is_alphabetic() || first == '_' || first == '$';
        let is_inner = |inner: char| inner.is_alphanumeric() || "_$.-".contains(inner);
        if !self.rest.starts_with(is_first) {
            return None;
        }
        let end = self.rest.find(|inner| !is_inner(inner));
        let (word, rest) = self.rest.split_at(end.unwrap_or(self.rest.len()));
        self.rest = rest;
        Some(word)
    }

    fn eat_word(&mut self, text: &str) -> bool {
        let mut ahead = *self;
        let found = ahead.skip_space().word() == Some(text);
        if found {
            *self = ahead;
        }
        found
    }

    fn count(&mut self) -> Option<usize> {
        let rest = self.rest.trim_start();
        let end = rest.find(|digit: char| !digit.is_ascii_digit());
        let (digits, rest) = rest.split_at(end.unwrap_or(rest.len()));
        let count = digits.parse().ok()?;
        self.rest = rest;
        Some(count)
    }

    /// `N more`.
    fn more(&mut self) -> Option<usize> {
        let mut ahead = *self;
        let count = ahead.count()?;
        ahead.eat_word("more").then(|| {
            *self = ahead;
            count
        })
    }

    fn literal(&mut self) -> Option<Literal> {
        let mut ahead = *self;
        ahead.skip_space();
        if ahead.rest.starts_with('"') {
            let mut values = serde_json::Deserializer::from_str(ahead.rest).into_iter::<String>();
            let text = values.next()?.ok()?;
            self.rest = ahead.rest.get(values.byte_offset()..)?;
            return Some(Literal::Text(text));
        }
        if ahead
            .rest
            .starts_with(|first: char| first.is_ascii_digit() || first == '-')
        {
            let is_inner = |inner: char| inner.is_ascii_digit() || "+-.eE".contains(inner);
            let end = ahead.rest.find(|inner| !is_inner(inner));
            let (digits, rest) = ahead.rest.split_at(end.unwrap_or(ahead.rest.len()));
            digits.parse::<f64>().ok()?;
            self.rest = rest;
            return Some(Literal::Number);
        }
        let found = ahead.eat_word("true") || ahead.eat_word("false");
        found.then(|| {
            *self = ahead;
            Literal::Boolean
        })
    }

    /// An expression to the end of the text.
    fn whole(mut self) -> Option<Expression> {
        let expression = self.expression(0)?;
        let is_all = self.skip_space().rest.is_empty();
        is_all.then_some(expression)
    }

    fn expression(&mut self, depth: usize) -> Option<Expression> {
        if depth > MOST_NESTED {
            return None;
        }
        let optional = self.eat_word("optional");
        let start = self.skip_space().rest;
        let mut terms = vec![self.term(depth)?];
        let mut more = 0;
        while self.eat_word("or") {
            if let Some(count) = self.more() {
                more = count;
                break;
            }
            terms.push(self.term(depth)?);
        }
        let text = &start[..start.len() - self.rest.len()];
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        Some(Expression {
            text,
            optional,
            terms,
            more,
        })
    }

    fn term(&mut self, depth: usize) -> Option<Term> {
        let mut arrays = 0;
        loop {
            let mut ahead = *self;
            if !(ahead.eat_word("array") && ahead.eat_word("of")) {
                break;
            }
            *self = ahead;
            arrays += 1;
        }
        let core = self.core(depth)?;
        Some(Term { arrays, core })
    }

    fn core(&mut self, depth: usize) -> Option<Core> {
        if let Some(literal) = self.skip_space().literal() {
            return Some(Core::Literal(literal));
        }
        if self.rest.starts_with('{') {
            return self.head(None);
        }
        let word = self.word()?;
        Some(match word {
            "string" | "file" => Core::String,
            "boolean" => Core::Boolean,
            "number" => Core::Number,
            "integer" => Core::Integer,
            "null" => Core::Null,
            "unknown" | "any" => Core::Unknown,
            "map" if self.eat("[") => {
                let values = self.expression(depth + 1)?;
                if !self.skip_space().eat("]") {
                    return None;
                }
                let is_any = values
                    .only()
                    .is_some_and(|term| term.arrays == 0 && term.core == Core::Unknown);
                Core::Map((!is_any).then(|| Box::new(values)))
            }
            "object" if self.skip_space().rest.starts_with('{') => return self.head(None),
            "object" => Core::Map(None),
            name => {
                let mut ahead = *self;
                ahead.eat_word("object");
                if ahead.skip_space().rest.starts_with('{') {
                    *self = ahead;
                    return self.head(Some(name.to_owned()));
                }
                // Prose in code marks is no type: types begin with a capital.
                if !name.starts_with(char::is_uppercase) {
                    return None;
                }
                Core::Name(name.to_owned())
            }
        })
    }

    fn head(&mut self, name: Option<String>) -> Option<Core> {
        if !self.eat("{") {
            return None;
        }
        let mut keys = Vec::new();
        let mut more = 0;
        while !self.skip_space().eat("}") {
            if let Some(count) = self.more() {
                more = count;
            } else if let Some(literal) = self.literal() {
                match literal {
                    Literal::Text(key) => keys.push(key),
                    Literal::Number | Literal::Boolean => return None,
                }
            } else {
                keys.push(self.word()?.to_owned());
            }
            if !self.skip_space().eat(",") && !self.rest.starts_with('}') {
                return None;
            }
        }
        let total = keys.len().checked_add(more)?;
        Some(Core::Head(Head { name, keys, total }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn expression(text: &str) -> Expression {
        match Line::parse(&format!("key: {text}")) {
            Some(Line::Field {
                expression: Some(expression),
                ..
            }) => expression,
            other => panic!("{text}: {other:?}"),
        }
    }

    #[test]
    fn a_literal_and_a_quoted_key_are_told_apart() {
        assert_eq!(
            Line::parse("\"a: string\""),
            Some(Line::Literal(Literal::Text("a: string".to_owned())))
        );
        let Some(Line::Field { key, .. }) = Line::parse("\"x-key: 1\": optional string") else {
            panic!("no field");
        };
        assert_eq!(key, "x-key: 1");
    }

    #[test]
    fn heads_count_what_they_hide() {
        let read = expression("optional array of Leaf object { size, \"x-y\", 27 more }");
        assert!(read.optional);
        let head = read.head().expect("a head");
        assert_eq!(head.name.as_deref(), Some("Leaf"));
        assert_eq!((head.keys.len(), head.total), (2, 29));
        assert_eq!(read.terms[0].arrays, 1);
    }

    #[test]
    fn terms_may_be_hidden_too() {
        let read = expression("A or object { b }  or array of \"c\" or 5 more");
        assert_eq!((read.terms.len(), read.more), (3, 5));
        assert_eq!(read.text, "A or object { b } or array of \"c\" or 5 more");
    }

    #[test]
    fn prose_is_no_type() {
        for text in [
            "fast: skips all checks",
            "note: string of characters",
            "key: optional",
            "key: array of",
            "key: Leaf { a",
            "key: map[string",
            "key: \"open",
            "faster",
        ] {
            assert_eq!(Line::parse(text), None, "{text}");
        }
    }

    #[test]
    fn maps_nest_only_so_deep() {
        let deep = format!("key: {}string{}", "map[".repeat(9999), "]".repeat(9999));
        assert_eq!(Line::parse(&deep), None);
    }
}
