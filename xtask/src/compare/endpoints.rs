//! Which endpoint of a source is which of the schema's.

use super::facts::{Facts, Operation};

/// The operation of the schema with that method and path, whatever the path's parameters are called.
pub(crate) fn counterpart<'a>(ours: &'a Facts, said: &Operation) -> Option<&'a Operation> {
    let mut same = ours
        .operations
        .iter()
        .filter(|own| own.method == said.method);
    same.clone()
        .find(|own| same_path(&own.path, &said.path))
        .or_else(|| {
            same.find(|own| {
                same_path(
                    own.path.trim_end_matches('/'),
                    said.path.trim_end_matches('/'),
                )
            })
        })
}

pub(super) fn is_parameter(segment: &str) -> bool {
    segment.starts_with('{') && segment.ends_with('}')
}

pub(super) fn same_path(one: &str, other: &str) -> bool {
    let (mut ones, mut others) = (one.split('/'), other.split('/'));
    loop {
        match (ones.next(), others.next()) {
            (None, None) => return true,
            (Some(one), Some(other))
                if one == other || (is_parameter(one) && is_parameter(other)) => {}
            _ => return false,
        }
    }
}

/// Whether a path belongs to a resource that the schema covers: one whose collection or whose elements it has.
pub(super) fn covers(ours: &Facts, path: &str) -> bool {
    let Some(resource) = segments(path).next() else {
        return false;
    };
    ours.operations.iter().any(|own| {
        let mut own = segments(&own.path);
        own.next() == Some(resource) && own.next().is_none_or(is_parameter)
    })
}

/// Whether two paths are of one resource: what stands first in them behind the version.
pub(super) fn same_resource(one: &str, other: &str) -> bool {
    segments(one).next() == segments(other).next()
}

/// The segments behind the version.
fn segments(path: &str) -> impl Iterator<Item = &str> {
    let is_version = |segment: &&str| {
        let digits = segment.strip_prefix('v').unwrap_or_default();
        !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
    };
    path.split('/')
        .filter(|segment| !segment.is_empty())
        .skip_while(is_version)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{compare::curated, root};

    #[test]
    fn a_resource_is_covered_by_its_collection_or_its_elements() {
        let ours = curated::read(&root()).expect("the schema is of the dialect");
        for path in [
            "/v1/steps/",
            "/v1/steps/{id}/horn",
            "/v2/messages/{id}",
            "messages",
        ] {
            assert!(covers(&ours, path), "{path}");
        }
        // Of agents there is `/v1/agents/messages/search` alone.
        for path in ["/v1/agents/", "/v1/agents/{id}", "/v1/", "/", ""] {
            assert!(!covers(&ours, path), "{path}");
        }
    }
}
