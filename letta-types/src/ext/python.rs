//! Values as Python prints them.
//!
//! Servers put what is wrong with a request into their answer as the text that Python makes of a list. It
//! is read here for the sake of people; what can't be read stays text.

use alloc::{string::String, vec::Vec};

use serde_json::{Map, Number, Value};

/// How deep lists and dictionaries may nest.
const MOST_NESTED: usize = 32;

/// The value that Python prints so, if it is one. An expression that JSON has no value for is its own text.
pub(crate) fn value(text: &str) -> Option<Value> {
    let mut parser = Parser { rest: text };
    let value = parser.value(0)?;
    parser.space();
    parser.rest.is_empty().then_some(value)
}

struct Parser<'a> {
    rest: &'a str,
}

impl Parser<'_> {
    fn space(&mut self) {
        self.rest = self.rest.trim_start();
    }

    fn take(&mut self, token: char) -> bool {
        self.space();
        let rest = self.rest.strip_prefix(token);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    fn value(&mut self, depth: usize) -> Option<Value> {
        if depth > MOST_NESTED {
            return None;
        }
        self.space();
        match self.rest.chars().next()? {
            '[' => self.list('[', ']', depth),
            '(' => self.list('(', ')', depth),
            '{' => self.dictionary(depth),
            quote @ ('\'' | '"') => self.string(quote).map(Value::String),
            _ => self.other(),
        }
    }

    fn list(&mut self, open: char, close: char, depth: usize) -> Option<Value> {
        self.take(open);
        let mut elements = Vec::new();
        while !self.take(close) {
            elements.push(self.value(depth + 1)?);
            // A tuple of one has a comma behind it.
            if !self.take(',') && !self.rest.starts_with(close) {
                return None;
            }
        }
        Some(Value::Array(elements))
    }

    fn dictionary(&mut self, depth: usize) -> Option<Value> {
        self.take('{');
        let mut entries = Map::new();
        while !self.take('}') {
            let Value::String(key) = self.value(depth + 1)? else {
                return None;
            };
            if !self.take(':') {
                return None;
            }
            entries.insert(key, self.value(depth + 1)?);
            if !self.take(',') && !self.rest.starts_with('}') {
                return None;
            }
        }
        Some(Value::Object(entries))
    }

    fn string(&mut self, quote: char) -> Option<String> {
        self.take(quote);
        let mut text = String::new();
        let mut symbols = self.rest.chars();
        loop {
            match symbols.next()? {
                symbol if symbol == quote => break,
                '\\' => match symbols.next()? {
                    'n' => text.push('\n'),
                    'r' => text.push('\r'),
                    't' => text.push('\t'),
                    'x' => text.push(code(&mut symbols, 2)?),
                    'u' => text.push(code(&mut symbols, 4)?),
                    'U' => text.push(code(&mut symbols, 8)?),
                    symbol @ ('\\' | '\'' | '"') => text.push(symbol),
                    _ => return None,
                },
                symbol => text.push(symbol),
            }
        }
        self.rest = symbols.as_str();
        Some(text)
    }

    /// A name, a number, or an expression such as `ValueError('…')`.
    fn other(&mut self) -> Option<Value> {
        let mut nested = 0_usize;
        let mut quoted = None;
        let mut escaped = false;
        let end = self.rest.find(|symbol| {
            match (quoted, symbol) {
                (Some(_), _) if escaped => escaped = false,
                (Some(_), '\\') => escaped = true,
                (Some(quote), symbol) if symbol == quote => quoted = None,
                (None, '\'' | '"') => quoted = Some(symbol),
                (None, '(' | '[' | '{') => nested += 1,
                (None, ')' | ']' | '}') if nested > 0 => nested -= 1,
                (None, ')' | ']' | '}' | ',') if nested == 0 => return true,
                _ => {}
            }
            false
        });
        let (text, rest) = self.rest.split_at(end.unwrap_or(self.rest.len()));
        let text = text.trim_end();
        self.rest = rest;
        Some(match text {
            "" => return None,
            "None" => Value::Null,
            "True" => Value::Bool(true),
            "False" => Value::Bool(false),
            text => match (text.parse::<i64>(), text.parse::<f64>()) {
                (Ok(integer), _) => Value::Number(integer.into()),
                (_, Ok(float)) => match Number::from_f64(float) {
                    Some(number) => Value::Number(number),
                    None => Value::String(text.into()),
                },
                _ => Value::String(text.into()),
            },
        })
    }
}

/// The character of a code in as many hexadecimal digits.
fn code(symbols: &mut core::str::Chars<'_>, digits: usize) -> Option<char> {
    let mut code = 0;
    for _ in 0..digits {
        code = code * 16 + symbols.next()?.to_digit(16)?;
    }
    char::from_u32(code)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::value;

    #[test]
    fn what_python_prints_is_read() {
        for (text, expected) in [
            ("[]", json!([])),
            ("()", json!([])),
            ("('body',)", json!(["body"])),
            (
                "('query', 'types', 0, -1)",
                json!(["query", "types", 0, -1]),
            ),
            (
                "{'a': None, 'b': True, 'c': False}",
                json!({"a": null, "b": true, "c": false}),
            ),
            ("{'le': 100, 'ge': 0.5}", json!({"le": 100, "ge": 0.5})),
            (
                r#"["it's", 'say "x"', 'a\'b"c']"#,
                json!(["it's", "say \"x\"", "a'b\"c"]),
            ),
            (
                r"'a\nb\t\\ \xe9 \u6f22 \U0001f980'",
                json!("a\nb\t\\ é 漢 🦀"),
            ),
            (
                "{'ctx': {'error': ValueError('no, (not) [this]')}, 'input': nan}",
                json!({"ctx": {"error": "ValueError('no, (not) [this]')"}, "input": "nan"}),
            ),
            (" [ 1 , [ 2 ] ] ", json!([1, [2]])),
        ] {
            assert_eq!(value(text), Some(expected), "{text}");
        }
    }

    #[test]
    fn what_python_does_not_print_is_left() {
        let deep = "[".repeat(100_000);
        for text in [
            "",
            "[",
            "(1",
            "{'a'}",
            "{'a': }",
            "{1: 2}",
            "'a",
            r"'\q'",
            r"'\ud800'",
            "[1 2",
            "[1] 2",
            "[,]",
            "{'a': 1",
            "Not Found [1]]",
            deep.as_str(),
        ] {
            assert_eq!(value(text), None, "{}", text.get(..20).unwrap_or(text));
        }
    }
}
