//! Finds places in JSON text: where a pointer leads, and where the text breaks.
//!
//! Only for texts that could not be read, so it may take its time, and leaves the parsing to `serde_json`.

use alloc::{
    string::{String, ToString},
    vec::Vec,
};
use core::fmt;

use serde_core::de::{DeserializeSeed, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Deserializer;

/// A step of a path.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Step {
    Key(String),
    Index(usize),
}

/// The JSON Pointer of a path.
pub(crate) fn pointer(path: &[Step]) -> String {
    let mut pointer = String::new();
    for step in path {
        pointer.push('/');
        match step {
            Step::Key(key) => pointer.push_str(&key.replace('~', "~0").replace('/', "~1")),
            Step::Index(index) => pointer.push_str(&index.to_string()),
        }
    }
    pointer
}

/// The line and the column, from 1, at which the value of a path begins. `repeated` asks for the second
/// value of its last key.
pub(crate) fn position(text: &str, path: &[Step], repeated: bool) -> Option<(usize, usize)> {
    let mut target = Target {
        path,
        skip: usize::from(repeated),
        found: false,
    };
    let seek = Seek {
        target: &mut target,
        depth: 0,
    };
    let error = seek.deserialize(&mut Deserializer::from_str(text)).err()?;
    target
        .found
        .then(|| value_start(text, error.line(), error.column()))
}

/// The path at which the text breaks.
pub(crate) fn break_path(text: &str) -> Vec<Step> {
    let mut path = Vec::new();
    match Trace(&mut path).deserialize(&mut Deserializer::from_str(text)) {
        // All values are whole: what breaks it comes behind them.
        Ok(()) => Vec::new(),
        Err(_) => path,
    }
}

/// The line and column of the value that begins behind a position, over white space.
fn value_start(text: &str, line: usize, column: usize) -> (usize, usize) {
    let start: usize = text
        .split_inclusive('\n')
        .take(line.saturating_sub(1))
        .map(str::len)
        .sum();
    let (mut line, mut column) = (line.max(1), column);
    for byte in text.bytes().skip(start + column) {
        match byte {
            b'\n' => (line, column) = (line + 1, 0),
            b' ' | b'\t' | b'\r' => column += 1,
            _ => break,
        }
    }
    (line, column + 1)
}

/// Where to go.
struct Target<'a> {
    path: &'a [Step],
    /// How many values of the last key to pass by.
    skip: usize,
    found: bool,
}

/// Goes to the target and stops there with an error, to which `serde_json` adds the position.
struct Seek<'a, 'b> {
    target: &'a mut Target<'b>,
    depth: usize,
}

impl<'b> Seek<'_, 'b> {
    fn next(&self) -> Option<&'b Step> {
        self.target.path.get(self.depth)
    }

    fn inner(&mut self) -> Seek<'_, 'b> {
        Seek {
            depth: self.depth + 1,
            target: self.target,
        }
    }

    fn is_passed_by(&mut self) -> bool {
        let is_last = self.depth + 1 == self.target.path.len();
        let passes = is_last && self.target.skip > 0;
        if passes {
            self.target.skip -= 1;
        }
        passes
    }
}

impl<'de> DeserializeSeed<'de> for Seek<'_, '_> {
    type Value = ();

    fn deserialize<D: serde_core::Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> Result<(), D::Error> {
        if self.next().is_none() {
            self.target.found = true;
            return Err(D::Error::custom("here"));
        }
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Seek<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut seq: A) -> Result<(), A::Error> {
        let mut index = 0;
        loop {
            let more = match self.next() {
                Some(Step::Index(wanted)) if *wanted == index => {
                    seq.next_element_seed(self.inner())?.is_some()
                }
                _ => seq.next_element::<IgnoredAny>()?.is_some(),
            };
            if !more {
                return Ok(());
            }
            index += 1;
        }
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<String>()? {
            match self.next() {
                Some(Step::Key(wanted)) if *wanted == key && !self.is_passed_by() => {
                    map.next_value_seed(self.inner())?;
                }
                _ => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(())
    }
}

/// Reads over everything, remembering where it is.
struct Trace<'a>(&'a mut Vec<Step>);

impl<'de> DeserializeSeed<'de> for Trace<'_> {
    type Value = ();

    fn deserialize<D: serde_core::Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Trace<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E>(self, _: &str) -> Result<(), E> {
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        let mut index = 0;
        while seq
            .next_element_seed(Element {
                path: self.0,
                index,
            })?
            .is_some()
        {
            index += 1;
        }
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<String>()? {
            self.0.push(Step::Key(key));
            map.next_value_seed(Trace(self.0))?;
            self.0.pop();
        }
        Ok(())
    }
}

/// An element of a list. Its index is part of the path once it is there.
struct Element<'a> {
    path: &'a mut Vec<Step>,
    index: usize,
}

impl<'de> DeserializeSeed<'de> for Element<'_> {
    type Value = ();

    fn deserialize<D: serde_core::Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> Result<(), D::Error> {
        self.path.push(Step::Index(self.index));
        deserializer.deserialize_any(Trace(self.path))?;
        self.path.pop();
        Ok(())
    }
}
