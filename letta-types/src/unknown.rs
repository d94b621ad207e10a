//! Objects of a kind that the crate doesn't know.

use core::fmt;

use alloc::string::String;
use serde_core::{Serialize, Serializer};
use serde_json::{Map, Value};

/// An object whose tag no variant of a union has, whole and as it came.
///
/// Servers add kinds of parts before they document them. Such an object is kept with all that it
/// holds, `null`s included, and written back unchanged.
#[derive(Clone, Default, Eq, Hash, PartialEq)]
pub struct UnknownObject(Map<String, Value>);

impl UnknownObject {
    /// The field of that name.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Value> {
        self.0.get(key)
    }

    /// All fields.
    #[must_use]
    pub fn as_map(&self) -> &Map<String, Value> {
        &self.0
    }

    /// All fields, mutably.
    ///
    /// A tag that the union knows makes the object something else when it is read again.
    #[must_use]
    pub fn as_map_mut(&mut self) -> &mut Map<String, Value> {
        &mut self.0
    }

    /// Gives the fields away.
    #[must_use]
    pub fn into_map(self) -> Map<String, Value> {
        self.0
    }
}

impl From<Map<String, Value>> for UnknownObject {
    fn from(object: Map<String, Value>) -> Self {
        Self(object)
    }
}

impl Serialize for UnknownObject {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl fmt::Debug for UnknownObject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(&self.0).finish()
    }
}
