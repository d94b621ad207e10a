//! The UUIDs in identifiers.

use alloc::{
    format,
    string::{String, ToString},
};

use uuid::Uuid;

/// The UUID that a text ends with, behind a dash or alone.
pub(crate) fn uuid(text: &str) -> Option<Uuid> {
    const LENGTH: usize = 36;
    let start = text.len().checked_sub(LENGTH)?;
    let (prefix, uuid) = (text.get(..start)?, text.get(start..)?);
    if prefix.is_empty() || prefix.ends_with('-') {
        Uuid::try_parse(uuid).ok()
    } else {
        None
    }
}

pub(crate) fn with_prefix(prefix: &str, uuid: Uuid) -> String {
    if prefix.is_empty() {
        uuid.to_string()
    } else {
        format!("{prefix}-{uuid}")
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use crate::{MessageId, Otid, ProviderTraceId, StepId};

    const UUID: &str = "123e4567-e89b-42d3-8456-426614174000";

    #[test]
    fn a_uuid_is_found_behind_any_prefix_and_alone() {
        let uuid = StepId::new(alloc::format!("step-{UUID}")).uuid();
        assert_eq!(uuid.map(|uuid| uuid.to_string()).as_deref(), Some(UUID));
        assert_eq!(
            ProviderTraceId::new(alloc::format!("provider_trace-{UUID}")).uuid(),
            uuid
        );
        assert_eq!(Otid::new(UUID).uuid(), uuid);
    }

    #[test]
    fn other_texts_have_none() {
        // What the documents' own examples hold, and texts that a careless cut would split.
        for text in [
            "",
            "id",
            "message_id",
            "ping",
            "stepé123e4567-e89b-42d3-8456-42661417400",
        ] {
            assert_eq!(StepId::new(text).uuid(), None, "{text}");
        }
        assert_eq!(StepId::new(alloc::format!("step{UUID}")).uuid(), None);
    }

    #[test]
    fn a_uuid_gets_the_prefix_of_its_kind() -> Result<(), uuid::Error> {
        let uuid = uuid::Uuid::try_parse(UUID)?;
        assert_eq!(MessageId::from(uuid), *alloc::format!("message-{UUID}"));
        assert_eq!(Otid::from(uuid), UUID);
        Ok(())
    }
}
