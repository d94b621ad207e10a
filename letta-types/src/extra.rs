//! The fields of an object that its type doesn't declare.

use alloc::{boxed::Box, string::String};
use core::fmt;

use serde_core::{Deserialize, Deserializer, Serialize, Serializer, de::MapAccess};
use serde_json::{Map, Number, Value, map};

use crate::runtime::{
    root::Root,
    slot::Fault,
    untyped::{ARBITRARY_PRECISION, NUMBER, insert_new},
};

/// The fields of an object that its type doesn't declare, as they came.
///
/// Servers send fields before they document them. They are kept here, `null`s included, and written
/// back behind the declared fields. Empty, this costs one pointer and no allocation.
///
/// ```
/// use letta_types::ToolCall;
///
/// let text = r#"{"name":"roll","arguments":"{}","tool_call_id":"call_1","index":0}"#;
/// let call: ToolCall = serde_json::from_str(text)?;
/// assert_eq!(call.extra().get("index"), Some(&serde_json::json!(0)));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Default, Eq, Hash, PartialEq)]
pub struct Extra(
    // Boxed, as a map is three words and nearly always absent. Never an empty map, so that equality
    // and hashing need no care.
    Option<Box<Map<String, Value>>>,
);

impl Extra {
    /// No fields.
    #[must_use]
    pub const fn new() -> Self {
        Self(None)
    }

    /// The field of that name.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Value> {
        self.0.as_ref()?.get(key)
    }

    /// The field of that name, mutably.
    #[must_use]
    pub fn get_mut(&mut self, key: &str) -> Option<&mut Value> {
        self.0.as_mut()?.get_mut(key)
    }

    /// Whether there is a field of that name, be it `null`.
    #[must_use]
    pub fn contains_key(&self, key: &str) -> bool {
        self.get(key).is_some()
    }

    /// The fields with their names, the values mutably.
    pub fn iter_mut(&mut self) -> ExtraIterMut<'_> {
        ExtraIterMut(self.0.as_mut().map(|map| map.iter_mut()))
    }

    /// The values of the fields.
    pub fn values(&self) -> impl Iterator<Item = &Value> {
        self.iter().map(|(_, value)| value)
    }

    /// Keeps the fields of which this is true, and drops the others.
    pub fn retain(&mut self, mut keep: impl FnMut(&str, &mut Value) -> bool) {
        if let Some(map) = &mut self.0 {
            map.retain(|key, value| keep(key, value));
        }
        self.0.take_if(|map| map.is_empty());
    }

    /// Drops all fields.
    pub fn clear(&mut self) {
        self.0 = None;
    }

    /// Sets a field and returns the value that it replaces.
    ///
    /// The name of a declared field is refused when the object is written.
    pub fn insert(&mut self, key: impl Into<String>, value: impl Into<Value>) -> Option<Value> {
        self.0
            .get_or_insert_default()
            .insert(key.into(), value.into())
    }

    /// Takes a field out.
    pub fn remove(&mut self, key: &str) -> Option<Value> {
        let value = self.0.as_mut()?.remove(key);
        self.0.take_if(|map| map.is_empty());
        value
    }

    /// How many fields there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.as_ref().map_or(0, |map| map.len())
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_none()
    }

    /// The fields with their names.
    #[must_use]
    pub fn iter(&self) -> ExtraIter<'_> {
        ExtraIter(self.0.as_ref().map(|map| map.iter()))
    }

    /// The names of the fields.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.iter().map(|(key, _)| key)
    }

    /// Reads the value of an undeclared key.
    pub(crate) fn read<'de, A: MapAccess<'de>>(
        &mut self,
        key: String,
        map: &mut A,
        fault: &mut Option<Fault>,
    ) -> Result<(), A::Error> {
        insert_new(self.0.get_or_insert_default(), key, map, fault)
    }

    pub(crate) fn into_map(self) -> Map<String, Value> {
        self.0.map(|map| *map).unwrap_or_default()
    }

    /// With its feature `arbitrary_precision`, `serde_json` hands numbers over as a map of one key.
    /// A type that takes any object must not take such a number for one.
    pub(crate) fn take_arbitrary_number(&mut self) -> Option<Number> {
        if !ARBITRARY_PRECISION {
            return None;
        }
        let map = self.0.as_ref()?;
        match map.get(NUMBER)? {
            Value::String(digits) if map.len() == 1 => digits.parse().ok(),
            _ => None,
        }
    }
}

impl From<Map<String, Value>> for Extra {
    fn from(map: Map<String, Value>) -> Self {
        Self((!map.is_empty()).then(|| Box::new(map)))
    }
}

impl From<Extra> for Map<String, Value> {
    fn from(extra: Extra) -> Self {
        extra.into_map()
    }
}

impl<K: Into<String>, V: Into<Value>> FromIterator<(K, V)> for Extra {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(fields: I) -> Self {
        fields
            .into_iter()
            .map(|(key, value)| (key.into(), value.into()))
            .collect::<Map<_, _>>()
            .into()
    }
}

impl<K: Into<String>, V: Into<Value>> Extend<(K, V)> for Extra {
    fn extend<I: IntoIterator<Item = (K, V)>>(&mut self, fields: I) {
        for (key, value) in fields {
            self.insert(key, value);
        }
    }
}

impl IntoIterator for Extra {
    type Item = (String, Value);
    type IntoIter = map::IntoIter;

    fn into_iter(self) -> map::IntoIter {
        self.into_map().into_iter()
    }
}

impl<'a> IntoIterator for &'a Extra {
    type Item = (&'a str, &'a Value);
    type IntoIter = ExtraIter<'a>;

    fn into_iter(self) -> ExtraIter<'a> {
        self.iter()
    }
}

impl<'a> IntoIterator for &'a mut Extra {
    type Item = (&'a str, &'a mut Value);
    type IntoIter = ExtraIterMut<'a>;

    fn into_iter(self) -> ExtraIterMut<'a> {
        self.iter_mut()
    }
}

/// As an object.
impl Serialize for Extra {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self)
    }
}

/// From an object, in which no key comes twice.
impl<'de> Deserialize<'de> for Extra {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer
            .deserialize_any(Root::<Map<String, Value>>::new())
            .map(Self::from)
    }
}

impl fmt::Debug for Extra {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}

/// The fields of an [`Extra`] with their names, from [`Extra::iter`].
#[derive(Clone, Debug)]
pub struct ExtraIter<'a>(Option<map::Iter<'a>>);

impl<'a> Iterator for ExtraIter<'a> {
    type Item = (&'a str, &'a Value);

    fn next(&mut self) -> Option<Self::Item> {
        let (key, value) = self.0.as_mut()?.next()?;
        Some((key, value))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.as_ref().map_or((0, Some(0)), Iterator::size_hint)
    }
}

impl ExactSizeIterator for ExtraIter<'_> {}

/// The fields of an [`Extra`] with their names, the values mutably, from [`Extra::iter_mut`].
#[derive(Debug)]
pub struct ExtraIterMut<'a>(Option<map::IterMut<'a>>);

impl<'a> Iterator for ExtraIterMut<'a> {
    type Item = (&'a str, &'a mut Value);

    fn next(&mut self) -> Option<Self::Item> {
        let (key, value) = self.0.as_mut()?.next()?;
        Some((key, value))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.as_ref().map_or((0, Some(0)), Iterator::size_hint)
    }
}

impl ExactSizeIterator for ExtraIterMut<'_> {}
