//! Texts that need no memory of their own while they are short.

use alloc::{borrow::ToOwned, boxed::Box, string::String};
use core::{
    cmp::Ordering,
    hash::{Hash, Hasher},
    str,
};

use serde_json::Value;

use super::{
    slot::Slot,
    wire::{Leaf, Wire, raw},
};

/// How many bytes are short: as the longest spelling of an instant that servers write, `2026-11-21T09:23:20.892391+00:00`.
const SHORT: usize = 32;

/// A text, as any other to whoever asks for it.
#[derive(Clone)]
pub(crate) enum ShortText {
    /// Its length, and its bytes with zeros behind them.
    Short(u8, Bytes),
    /// A longer one.
    Long(Box<str>),
}

/// Aligned as words are, for that is how they are checked.
#[derive(Clone)]
#[repr(align(8))]
pub(crate) struct Bytes([u8; SHORT]);

impl ShortText {
    pub(crate) fn as_str(&self) -> &str {
        match self {
            // It was a text when it came, and what stands behind it is zeros: all of it is checked faster than part of it.
            Self::Short(length, bytes) => str::from_utf8(&bytes.0)
                .ok()
                .and_then(|text| text.get(..usize::from(*length)))
                .unwrap_or_default(),
            Self::Long(text) => text,
        }
    }

    fn as_bytes(&self) -> &[u8] {
        match self {
            Self::Short(length, bytes) => bytes.0.get(..usize::from(*length)).unwrap_or_default(),
            Self::Long(text) => text.as_bytes(),
        }
    }

    fn short(text: &str) -> Option<Self> {
        let mut bytes = [0; SHORT];
        let length = u8::try_from(text.len()).ok()?;
        bytes
            .get_mut(..text.len())?
            .copy_from_slice(text.as_bytes());
        Some(Self::Short(length, Bytes(bytes)))
    }
}

impl From<&str> for ShortText {
    fn from(text: &str) -> Self {
        Self::short(text).unwrap_or_else(|| Self::Long(text.into()))
    }
}

impl From<String> for ShortText {
    fn from(text: String) -> Self {
        Self::short(&text).unwrap_or_else(|| Self::Long(text.into()))
    }
}

impl From<ShortText> for String {
    fn from(text: ShortText) -> Self {
        match text {
            ShortText::Short(..) => text.as_str().to_owned(),
            ShortText::Long(text) => text.into(),
        }
    }
}

impl PartialEq for ShortText {
    fn eq(&self, other: &Self) -> bool {
        self.as_bytes() == other.as_bytes()
    }
}

impl Eq for ShortText {}

/// As of texts: byte by byte.
impl Ord for ShortText {
    fn cmp(&self, other: &Self) -> Ordering {
        self.as_bytes().cmp(other.as_bytes())
    }
}

impl PartialOrd for ShortText {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// As of texts, so that they find it in a map.
impl Hash for ShortText {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}

impl Wire for ShortText {
    const EXPECTED: &'static str = "a string";

    raw!();

    fn from_str(text: &str) -> Slot<Self> {
        Slot::Value(text.into())
    }

    fn from_string(text: String) -> Slot<Self> {
        Slot::Value(text.into())
    }
}

impl Leaf for ShortText {
    fn into_value(self) -> Value {
        Value::String(self.into())
    }
}
