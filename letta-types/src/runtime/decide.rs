//! Which variant of a union an object without a tag is.

use super::object::Object;

/// What one variant of a union tells of itself.
pub(crate) struct Member {
    pub(crate) variant: &'static str,
    /// The name of its type.
    pub(crate) name: &'static str,
    pub(crate) keys: &'static [&'static str],
    pub(crate) required: &'static [&'static str],
    pub(crate) tags: &'static [&'static str],
}

impl Member {
    pub(crate) const fn of<T: Object>(variant: &'static str) -> Self {
        Self {
            variant,
            name: T::NAME,
            keys: T::KEYS,
            required: T::REQUIRED,
            tags: T::TAGS,
        }
    }
}

/// Whether an object has a key with a value.
// Dynamic, so that what asks is compiled once.
pub(crate) type Has<'a> = &'a dyn Fn(&str) -> bool;

/// The place of the one member that an object without a tag can be, judged by the keys that come with a value.
///
/// What all of several members require tells nothing. Of the other required keys, an object must have all
/// that the member requires and none that the member doesn't declare. If no member or several are left,
/// the object stays undecided rather than being taken for something it may not be.
pub(crate) fn decide(members: &[Member], has: Has<'_>) -> Option<usize> {
    let telling = |key: &&'static str| {
        members.len() == 1 || !members.iter().all(|member| member.required.contains(key))
    };
    let fits = |member: &Member| {
        member.required.iter().any(&telling)
            && member.required.iter().all(|key| has(key))
            && members
                .iter()
                .flat_map(|other| other.required)
                .filter(|key| telling(key) && has(key))
                .all(|key| member.keys.contains(key))
    };
    let place = members.iter().position(fits)?;
    let others = members.get(place + 1..).unwrap_or_default();
    (!others.iter().any(fits)).then_some(place)
}

/// Whether an object has all that each of the members requires, if they require anything in common.
pub(crate) fn is_of_members(members: &[Member], has: Has<'_>) -> bool {
    let required = members.first().map_or(&[][..], |first| first.required);
    let mut shared = required
        .iter()
        .filter(|key| members.iter().all(|member| member.required.contains(key)))
        .peekable();
    shared.peek().is_some() && shared.all(|key| has(key))
}

/// The place of the first member whose required keys all come with a value.
pub(crate) fn decide_in_order(members: &[Member], has: Has<'_>) -> Option<usize> {
    members
        .iter()
        .position(|member| member.required.iter().all(|key| has(key)))
}
