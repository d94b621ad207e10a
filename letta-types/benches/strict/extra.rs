//! Stands in for `src/extra.rs` in the copy of the crate that `cargo xtask bench strict` makes: what isn't
//! declared is read over, and nothing is held for it.

use alloc::string::String;

use serde_core::de::{IgnoredAny, MapAccess};
use serde_json::{Map, Number, Value};

use crate::runtime::slot::Fault;

/// No fields, ever.
#[derive(Clone, Debug, Default, Eq, Hash, PartialEq)]
pub struct Extra(());

impl Extra {
    /// No fields.
    #[must_use]
    pub const fn new() -> Self {
        Self(())
    }

    /// Nothing.
    #[must_use]
    pub fn get(&self, _: &str) -> Option<&Value> {
        None
    }

    /// Loses the field.
    pub fn insert(&mut self, _: impl Into<String>, _: impl Into<Value>) -> Option<Value> {
        None
    }

    /// None.
    #[must_use]
    pub fn len(&self) -> usize {
        0
    }

    /// Always.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        true
    }

    pub(crate) fn read<'de, A: MapAccess<'de>>(
        &mut self,
        _: String,
        map: &mut A,
        _: &mut Option<Fault>,
    ) -> Result<(), A::Error> {
        map.next_value::<IgnoredAny>().map(drop)
    }

    pub(crate) fn into_map(self) -> Map<String, Value> {
        Map::new()
    }

    pub(crate) fn take_arbitrary_number(&mut self) -> Option<Number> {
        None
    }
}

/// Nothing.
pub type ExtraIterMut<'a> = core::iter::Empty<(&'a str, &'a mut Value)>;

/// Nothing.
pub type ExtraIter<'a> = core::iter::Empty<(&'a str, &'a Value)>;

impl<'a> IntoIterator for &'a Extra {
    type Item = (&'a str, &'a Value);
    type IntoIter = ExtraIter<'a>;

    fn into_iter(self) -> ExtraIter<'a> {
        core::iter::empty()
    }
}

impl IntoIterator for Extra {
    type Item = (String, Value);
    type IntoIter = core::iter::Empty<(String, Value)>;

    fn into_iter(self) -> Self::IntoIter {
        core::iter::empty()
    }
}

impl Extend<(String, Value)> for Extra {
    fn extend<I: IntoIterator<Item = (String, Value)>>(&mut self, _: I) {}
}

impl From<Map<String, Value>> for Extra {
    fn from(_: Map<String, Value>) -> Self {
        Self(())
    }
}
