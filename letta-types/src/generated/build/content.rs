// @generated from schema/content.json by `cargo xtask codegen`. Don't edit: change the schema.

//! Constructors, setters and accessors of [`crate::content`].

use alloc::{string::String, vec::Vec};

use serde_json::{Map, Value};

use crate::{
    AssistantContentPart, Base64Image, Extra, FileId, ImageContent, ImageSource, LettaImage,
    MessageContentPart, OmittedReasoningContent, ReasoningContent, ReasoningId,
    RedactedReasoningContent, SummarizedReasoningContent, SummarizedReasoningContentPart,
    TextContent, ToolCallContent, ToolCallId, ToolReturnContent, ToolReturnContentPart, UrlImage,
    UserContentPart,
};

impl TextContent {
    /// The tag: what `type` is on the wire.
    pub const TYPE: &'static str = "text";

    /// Creates a value from its required fields, leaving the optional ones absent.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            signature: None,
            extra: Extra::new(),
        }
    }

    /// Sets [`signature`](Self::signature).
    #[must_use]
    pub fn with_signature(mut self, signature: impl Into<String>) -> Self {
        self.signature = Some(signature.into());
        self
    }

    /// Sets a field that the type doesn't declare: see [`Extra::insert`].
    #[must_use]
    pub fn with_extra(mut self, key: impl Into<String>, value: impl Into<Value>) -> Self {
        self.extra.insert(key, value);
        self
    }

    /// The fields that the type doesn't declare.
    #[must_use]
    pub fn extra(&self) -> &Extra {
        &self.extra
    }

    /// The fields that the type doesn't declare, mutably.
    pub fn extra_mut(&mut self) -> &mut Extra {
        &mut self.extra
    }
}

impl ImageContent {
    /// The tag: what `type` is on the wire.
    pub const TYPE: &'static str = "image";

    /// Creates a value from its required fields.
    #[must_use]
    pub fn new(source: impl Into<ImageSource>) -> Self {
        Self {
            source: source.into(),
            extra: Extra::new(),
        }
    }

    /// Sets a field that the type doesn't declare: see [`Extra::insert`].
    #[must_use]
    pub fn with_extra(mut self, key: impl Into<String>, value: impl Into<Value>) -> Self {
        self.extra.insert(key, value);
        self
    }

    /// The fields that the type doesn't declare.
    #[must_use]
    pub fn extra(&self) -> &Extra {
        &self.extra
    }

    /// The fields that the type doesn't declare, mutably.
    pub fn extra_mut(&mut self) -> &mut Extra {
        &mut self.extra
    }
}

impl ImageSource {
    /// The tag, `type`, as it is written; `None` where the value has none.
    #[must_use]
    pub fn tag(&self) -> Option<&str> {
        match self {
            Self::Url(_) => Some(UrlImage::TYPE),
            Self::Base64(_) => Some(Base64Image::TYPE),
            Self::Letta(_) => Some(LettaImage::TYPE),
            Self::Unknown(value) => value.get("type").and_then(Value::as_str),
        }
    }
}

impl UrlImage {
    /// The tag: what `type` is on the wire.
    pub const TYPE: &'static str = "url";

    /// Creates a value from its required fields.
    #[must_use]
    pub fn new(url: impl Into<String>) -> Self {
        Self {
            url: url.into(),
            extra: Extra::new(),
        }
    }

    /// Sets a field that the type doesn't declare: see [`Extra::insert`].
    #[must_use]
    pub fn with_extra(mut self, key: impl Into<String>, value: impl Into<Value>) -> Self {
        self.extra.insert(key, value);
        self
    }

    /// The fields that the type doesn't declare.
    #[must_use]
    pub fn extra(&self) -> &Extra {
        &self.extra
    }

    /// The fields that the type doesn't declare, mutably.
    pub fn extra_mut(&mut self) -> &mut Extra {
        &mut self.extra
    }
}

impl Base64Image {
    /// The tag: what `type` is on the wire.
    pub const TYPE: &'static str = "base64";

    /// Creates a value from its required fields, leaving the optional ones absent.
    #[must_use]
    pub fn new(media_type: impl Into<String>, data: impl Into<String>) -> Self {
        Self {
            data: data.into(),
            media_type: media_type.into(),
            detail: None,
            extra: Extra::new(),
        }
    }

    /// Sets [`detail`](Self::detail).
    #[must_use]
    pub fn with_detail(mut self, detail: impl Into<String>) -> Self {
        self.detail = Some(detail.into());
        self
    }

    /// Sets a field that the type doesn't declare: see [`Extra::insert`].
    #[must_use]
    pub fn with_extra(mut self, key: impl Into<String>, value: impl Into<Value>) -> Self {
        self.extra.insert(key, value);
        self
    }

    /// The fields that the type doesn't declare.
    #[must_use]
    pub fn extra(&self) -> &Extra {
        &self.extra
    }

    /// The fields that the type doesn't declare, mutably.
    pub fn extra_mut(&mut self) -> &mut Extra {
        &mut self.extra
    }
}

impl LettaImage {
    /// The tag: what `type` is on the wire.
    pub const TYPE: &'static str = "letta";

    /// Creates a value from its required fields, leaving the optional ones absent.
    #[must_use]
    pub fn new(file_id: impl Into<FileId>) -> Self {
        Self {
            file_id: file_id.into(),
            data: None,
            detail: None,
            media_type: None,
            extra: Extra::new(),
        }
    }

    /// Sets [`data`](Self::data).
    #[must_use]
    pub fn with_data(mut self, data: impl Into<String>) -> Self {
        self.data = Some(data.into());
        self
    }

    /// Sets [`detail`](Self::detail).
    #[must_use]
    pub fn with_detail(mut self, detail: impl Into<String>) -> Self {
        self.detail = Some(detail.into());
        self
    }

    /// Sets [`media_type`](Self::media_type).
    #[must_use]
    pub fn with_media_type(mut self, media_type: impl Into<String>) -> Self {
        self.media_type = Some(media_type.into());
        self
    }

    /// Sets a field that the type doesn't declare: see [`Extra::insert`].
    #[must_use]
    pub fn with_extra(mut self, key: impl Into<String>, value: impl Into<Value>) -> Self {
        self.extra.insert(key, value);
        self
    }

    /// The fields that the type doesn't declare.
    #[must_use]
    pub fn extra(&self) -> &Extra {
        &self.extra
    }

    /// The fields that the type doesn't declare, mutably.
    pub fn extra_mut(&mut self) -> &mut Extra {
        &mut self.extra
    }
}

impl ToolCallContent {
    /// The tag: what `type` is on the wire.
    pub const TYPE: &'static str = "tool_call";

    /// Creates a value from its required fields, leaving the optional ones absent.
    #[must_use]
    pub fn new(
        id: impl Into<ToolCallId>,
        name: impl Into<String>,
        input: Map<String, Value>,
    ) -> Self {
        Self {
            id: id.into(),
            input,
            name: name.into(),
            signature: None,
            extra: Extra::new(),
        }
    }

    /// Sets [`signature`](Self::signature).
    #[must_use]
    pub fn with_signature(mut self, signature: impl Into<String>) -> Self {
        self.signature = Some(signature.into());
        self
    }

    /// Sets a field that the type doesn't declare: see [`Extra::insert`].
    #[must_use]
    pub fn with_extra(mut self, key: impl Into<String>, value: impl Into<Value>) -> Self {
        self.extra.insert(key, value);
        self
    }

    /// The fields that the type doesn't declare.
    #[must_use]
    pub fn extra(&self) -> &Extra {
        &self.extra
    }

    /// The fields that the type doesn't declare, mutably.
    pub fn extra_mut(&mut self) -> &mut Extra {
        &mut self.extra
    }
}

impl ToolReturnContent {
    /// The tag: what `type` is on the wire.
    pub const TYPE: &'static str = "tool_return";

    /// Creates a value from its required fields.
    #[must_use]
    pub fn new(
        tool_call_id: impl Into<ToolCallId>,
        content: impl Into<String>,
        is_error: bool,
    ) -> Self {
        Self {
            content: content.into(),
            is_error,
            tool_call_id: tool_call_id.into(),
            extra: Extra::new(),
        }
    }

    /// Sets a field that the type doesn't declare: see [`Extra::insert`].
    #[must_use]
    pub fn with_extra(mut self, key: impl Into<String>, value: impl Into<Value>) -> Self {
        self.extra.insert(key, value);
        self
    }

    /// The fields that the type doesn't declare.
    #[must_use]
    pub fn extra(&self) -> &Extra {
        &self.extra
    }

    /// The fields that the type doesn't declare, mutably.
    pub fn extra_mut(&mut self) -> &mut Extra {
        &mut self.extra
    }
}

impl ReasoningContent {
    /// The tag: what `type` is on the wire.
    pub const TYPE: &'static str = "reasoning";

    /// Creates a value from its required fields, leaving the optional ones absent.
    #[must_use]
    pub fn new(reasoning: impl Into<String>, is_native: bool) -> Self {
        Self {
            is_native,
            reasoning: reasoning.into(),
            signature: None,
            extra: Extra::new(),
        }
    }

    /// Sets [`signature`](Self::signature).
    #[must_use]
    pub fn with_signature(mut self, signature: impl Into<String>) -> Self {
        self.signature = Some(signature.into());
        self
    }

    /// Sets a field that the type doesn't declare: see [`Extra::insert`].
    #[must_use]
    pub fn with_extra(mut self, key: impl Into<String>, value: impl Into<Value>) -> Self {
        self.extra.insert(key, value);
        self
    }

    /// The fields that the type doesn't declare.
    #[must_use]
    pub fn extra(&self) -> &Extra {
        &self.extra
    }

    /// The fields that the type doesn't declare, mutably.
    pub fn extra_mut(&mut self) -> &mut Extra {
        &mut self.extra
    }
}

impl RedactedReasoningContent {
    /// The tag: what `type` is on the wire.
    pub const TYPE: &'static str = "redacted_reasoning";

    /// Creates a value from its required fields.
    #[must_use]
    pub fn new(data: impl Into<String>) -> Self {
        Self {
            data: data.into(),
            extra: Extra::new(),
        }
    }

    /// Sets a field that the type doesn't declare: see [`Extra::insert`].
    #[must_use]
    pub fn with_extra(mut self, key: impl Into<String>, value: impl Into<Value>) -> Self {
        self.extra.insert(key, value);
        self
    }

    /// The fields that the type doesn't declare.
    #[must_use]
    pub fn extra(&self) -> &Extra {
        &self.extra
    }

    /// The fields that the type doesn't declare, mutably.
    pub fn extra_mut(&mut self) -> &mut Extra {
        &mut self.extra
    }
}

impl OmittedReasoningContent {
    /// The tag: what `type` is on the wire.
    pub const TYPE: &'static str = "omitted_reasoning";

    /// Creates a value without any field.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`signature`](Self::signature).
    #[must_use]
    pub fn with_signature(mut self, signature: impl Into<String>) -> Self {
        self.signature = Some(signature.into());
        self
    }

    /// Sets a field that the type doesn't declare: see [`Extra::insert`].
    #[must_use]
    pub fn with_extra(mut self, key: impl Into<String>, value: impl Into<Value>) -> Self {
        self.extra.insert(key, value);
        self
    }

    /// The fields that the type doesn't declare.
    #[must_use]
    pub fn extra(&self) -> &Extra {
        &self.extra
    }

    /// The fields that the type doesn't declare, mutably.
    pub fn extra_mut(&mut self) -> &mut Extra {
        &mut self.extra
    }
}

impl SummarizedReasoningContent {
    /// The tag: what `type` is on the wire.
    pub const TYPE: &'static str = "summarized_reasoning";

    /// Creates a value from its required fields, leaving the optional ones absent.
    #[must_use]
    pub fn new(
        id: impl Into<ReasoningId>,
        summary: impl Into<Vec<SummarizedReasoningContentPart>>,
    ) -> Self {
        Self {
            id: id.into(),
            summary: summary.into(),
            encrypted_content: None,
            extra: Extra::new(),
        }
    }

    /// Sets [`encrypted_content`](Self::encrypted_content).
    #[must_use]
    pub fn with_encrypted_content(mut self, encrypted_content: impl Into<String>) -> Self {
        self.encrypted_content = Some(encrypted_content.into());
        self
    }

    /// Sets a field that the type doesn't declare: see [`Extra::insert`].
    #[must_use]
    pub fn with_extra(mut self, key: impl Into<String>, value: impl Into<Value>) -> Self {
        self.extra.insert(key, value);
        self
    }

    /// The fields that the type doesn't declare.
    #[must_use]
    pub fn extra(&self) -> &Extra {
        &self.extra
    }

    /// The fields that the type doesn't declare, mutably.
    pub fn extra_mut(&mut self) -> &mut Extra {
        &mut self.extra
    }
}

impl SummarizedReasoningContentPart {
    /// Creates a value from its required fields.
    #[must_use]
    pub fn new(index: i64, text: impl Into<String>) -> Self {
        Self {
            index,
            text: text.into(),
            extra: Extra::new(),
        }
    }

    /// Sets a field that the type doesn't declare: see [`Extra::insert`].
    #[must_use]
    pub fn with_extra(mut self, key: impl Into<String>, value: impl Into<Value>) -> Self {
        self.extra.insert(key, value);
        self
    }

    /// The fields that the type doesn't declare.
    #[must_use]
    pub fn extra(&self) -> &Extra {
        &self.extra
    }

    /// The fields that the type doesn't declare, mutably.
    pub fn extra_mut(&mut self) -> &mut Extra {
        &mut self.extra
    }
}

impl MessageContentPart {
    /// The tag, `type`, as it is written; `None` where the value has none.
    #[must_use]
    pub fn tag(&self) -> Option<&str> {
        match self {
            Self::Text(_) => Some(TextContent::TYPE),
            Self::Image(_) => Some(ImageContent::TYPE),
            Self::ToolCall(_) => Some(ToolCallContent::TYPE),
            Self::ToolReturn(_) => Some(ToolReturnContent::TYPE),
            Self::Reasoning(_) => Some(ReasoningContent::TYPE),
            Self::RedactedReasoning(_) => Some(RedactedReasoningContent::TYPE),
            Self::OmittedReasoning(_) => Some(OmittedReasoningContent::TYPE),
            Self::SummarizedReasoning(_) => Some(SummarizedReasoningContent::TYPE),
            Self::Unknown(value) => value.get("type").and_then(Value::as_str),
        }
    }
}

impl UserContentPart {
    /// The tag, `type`, as it is written; `None` where the value has none.
    #[must_use]
    pub fn tag(&self) -> Option<&str> {
        match self {
            Self::Text(_) => Some(TextContent::TYPE),
            Self::Image(_) => Some(ImageContent::TYPE),
            Self::Unknown(value) => value.get("type").and_then(Value::as_str),
        }
    }
}

impl AssistantContentPart {
    /// The tag, `type`, as it is written; `None` where the value has none.
    #[must_use]
    pub fn tag(&self) -> Option<&str> {
        match self {
            Self::Text(_) => Some(TextContent::TYPE),
            Self::Unknown(value) => value.get("type").and_then(Value::as_str),
        }
    }
}

impl ToolReturnContentPart {
    /// The tag, `type`, as it is written; `None` where the value has none.
    #[must_use]
    pub fn tag(&self) -> Option<&str> {
        match self {
            Self::Text(_) => Some(TextContent::TYPE),
            Self::Image(_) => Some(ImageContent::TYPE),
            Self::Unknown(value) => value.get("type").and_then(Value::as_str),
        }
    }
}
