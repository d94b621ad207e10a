//! Texts that need no memory of their own while they are short.

use alloc::{borrow::ToOwned, boxed::Box, string::String};
use core::{
    cmp::Ordering,
    hash::{Hash, Hasher},
    str,
};

use serde_core::{Serialize, Serializer};
use serde_json::Value;

use super::{
    raw_value::{write_json, writes_bytes},
    scalar::scalar,
    slot::Slot,
    text::Holder,
    wire::{Leaf, Wire, raw},
};

/// The text of an identifier. Of those that are kept inline, the longest that servers make are `message-` and a UUID.
/// It takes 48 bytes.
pub(crate) type IdText = ShortText<46>;

/// The text of an instant: at most `2026-11-21T09:23:20.892391+00:00` on servers. It takes 40 bytes.
pub(crate) type InstantText = ShortText<38>;

/// A text, as any other to whoever asks for it.
#[derive(Clone)]
pub(crate) enum ShortText<const N: usize> {
    /// Up to `N` bytes.
    Short(Short<N>),
    /// A longer one.
    Long(Box<str>),
}

/// `from_utf8` checks blocks of so many bytes at a time, and those behind the last block one by one.
const BLOCK: usize = 16;

/// The bytes of a text, with spaces behind them. Aligned as words are, for that is how they are checked.
#[derive(Clone)]
#[repr(C, align(8))]
pub(crate) struct Short<const N: usize> {
    bytes: [u8; N],
    length: u8,
    niche: Niche,
}

/// A byte of which all values but one are free: in them the compiler keeps which variant a [`ShortText`] is, and
/// that an optional one is absent.
#[derive(Clone)]
#[repr(u8)]
enum Niche {
    Taken,
}

impl<const N: usize> ShortText<N> {
    pub(crate) fn as_str(&self) -> &str {
        match self {
            Self::Short(short) => short.as_str(),
            Self::Long(text) => text,
        }
    }

    fn as_bytes(&self) -> &[u8] {
        match self {
            Self::Short(short) => short.as_bytes(),
            Self::Long(text) => text.as_bytes(),
        }
    }

    fn short(text: &str) -> Option<Self> {
        let mut bytes = [b' '; N];
        let length = u8::try_from(text.len()).ok()?;
        bytes
            .get_mut(..text.len())?
            .copy_from_slice(text.as_bytes());
        Some(Self::Short(Short {
            bytes,
            length,
            niche: Niche::Taken,
        }))
    }
}

impl<const N: usize> Short<N> {
    /// The text, which costs a check that it is one: there is no other way to it without unsafe code.
    fn as_str(&self) -> &str {
        let length = usize::from(self.length);
        // The spaces fill the last block, if there are enough of them.
        let filled = length.next_multiple_of(BLOCK);
        let checked = if filled <= N { filled } else { length };
        self.bytes
            .get(..checked)
            .and_then(|bytes| str::from_utf8(bytes).ok())
            .and_then(|text| text.get(..length))
            .unwrap_or_default()
    }

    /// The text as JSON, in a room of spaces, if nothing in it must be escaped.
    // Of all bytes at once, spaces included: so the compiler looks at sixteen at a time.
    #[inline]
    fn as_json<'a>(&self, room: &'a mut Room) -> Option<&'a str> {
        let Room(bytes) = room;
        bytes.get_mut(1..=N)?.copy_from_slice(&self.bytes);
        let is_plain = bytes.iter().fold(true, |is_plain, byte| {
            is_plain & matches!(byte, b' '..=b'!' | b'#'..=b'[' | b']'..=b'~')
        });
        if !is_plain {
            return None;
        }
        let end = usize::from(self.length) + 2;
        *bytes.get_mut(end - 1)? = b'"';
        bytes[0] = b'"';
        let blocks = bytes.get(..end.next_multiple_of(BLOCK))?;
        str::from_utf8(blocks).ok()?.get(..end)
    }

    fn as_bytes(&self) -> &[u8] {
        self.bytes
            .get(..usize::from(self.length))
            .unwrap_or_default()
    }
}

/// Room for a short text in quotes.
#[repr(align(16))]
struct Room([u8; 3 * BLOCK]);

impl Room {
    const SPACES: Self = Self([b' '; 3 * BLOCK]);
}

impl<const N: usize> Serialize for ShortText<N> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if let (Self::Short(short), true) = (self, writes_bytes::<S>()) {
            let mut room = Room::SPACES;
            if let Some(json) = short.as_json(&mut room) {
                return write_json(serializer, json);
            }
        }
        serializer.serialize_str(self.as_str())
    }
}

impl<const N: usize> Holder for ShortText<N> {
    fn hold(text: impl AsRef<str> + Into<String>) -> Self {
        Self::short(text.as_ref()).unwrap_or_else(|| Self::Long(text.into().into()))
    }
}

impl<const N: usize> From<&str> for ShortText<N> {
    fn from(text: &str) -> Self {
        Self::hold(text)
    }
}

impl<const N: usize> From<String> for ShortText<N> {
    fn from(text: String) -> Self {
        Self::hold(text)
    }
}

impl<const N: usize> From<ShortText<N>> for String {
    fn from(text: ShortText<N>) -> Self {
        match text {
            ShortText::Short(..) => text.as_str().to_owned(),
            ShortText::Long(text) => text.into(),
        }
    }
}

impl<const N: usize> PartialEq for ShortText<N> {
    fn eq(&self, other: &Self) -> bool {
        self.as_bytes() == other.as_bytes()
    }
}

impl<const N: usize> Eq for ShortText<N> {}

/// As of texts: byte by byte.
impl<const N: usize> Ord for ShortText<N> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.as_bytes().cmp(other.as_bytes())
    }
}

impl<const N: usize> PartialOrd for ShortText<N> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// As of texts, so that they find it in a map.
impl<const N: usize> Hash for ShortText<N> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}

impl<const N: usize> Wire for ShortText<N> {
    const EXPECTED: &'static str = "a string";

    raw!();
    scalar!();

    fn from_str(text: &str) -> Slot<Self> {
        Slot::Value(text.into())
    }

    fn from_string(text: String) -> Slot<Self> {
        Slot::Value(text.into())
    }
}

impl<const N: usize> Leaf for ShortText<N> {
    fn into_value(self) -> Value {
        Value::String(self.into())
    }
}
