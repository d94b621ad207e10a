//! Which variant of a union an object without a tag is.

use super::object::Object;

/// What one variant of a union tells of itself.
pub(crate) struct Member<K> {
    pub(crate) kind: K,
    pub(crate) variant: &'static str,
    /// The name of its type.
    pub(crate) name: &'static str,
    pub(crate) keys: &'static [&'static str],
    pub(crate) required: &'static [&'static str],
    pub(crate) tags: &'static [&'static str],
}

impl<K> Member<K> {
    pub(crate) const fn of<T: Object>(kind: K, variant: &'static str) -> Self {
        Self {
            kind,
            variant,
            name: T::NAME,
            keys: T::KEYS,
            required: T::REQUIRED,
            tags: T::TAGS,
        }
    }
}

/// The one member that an object without a tag can be, judged by the keys that come with a value.
///
/// What all of several members require tells nothing. Of the other required keys, an object must have all
/// that the member requires and none that the member doesn't declare. If no member or several are left,
/// the object stays undecided rather than being taken for something it may not be.
pub(crate) fn decide<K: Copy>(members: &[Member<K>], present: impl Fn(&str) -> bool) -> Option<K> {
    let telling = |key: &&'static str| {
        members.len() == 1 || !members.iter().all(|member| member.required.contains(key))
    };
    let mut fitting = members.iter().filter(|member| {
        member.required.iter().any(&telling)
            && member.required.iter().all(|key| present(key))
            && members
                .iter()
                .flat_map(|other| other.required)
                .filter(|key| telling(key) && present(key))
                .all(|key| member.keys.contains(key))
    });
    let member = fitting.next()?;
    fitting.next().is_none().then_some(member.kind)
}

/// Whether an object has all that each of the members requires, if they require anything in common.
pub(crate) fn is_of_members<K>(members: &[Member<K>], present: impl Fn(&str) -> bool) -> bool {
    let required = members.first().map_or(&[][..], |first| first.required);
    let mut shared = required
        .iter()
        .filter(|key| members.iter().all(|member| member.required.contains(key)))
        .peekable();
    shared.peek().is_some() && shared.all(|key| present(key))
}

/// The first member whose required keys all come with a value.
pub(crate) fn decide_in_order<K: Copy>(
    members: &[Member<K>],
    present: impl Fn(&str) -> bool,
) -> Option<K> {
    members
        .iter()
        .find(|member| member.required.iter().all(|key| present(key)))
        .map(|member| member.kind)
}
