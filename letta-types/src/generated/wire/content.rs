// @generated from schema/content.json by `cargo xtask codegen`. Don't edit: change the schema.

//! How the types of [`crate::content`] are read and written.

use alloc::{string::String, vec::Vec};

use serde_json::{Map, Value};

use crate::runtime::{by_type::by_type_union, object::object, tagged::tagged_union};
use crate::{
    AssistantContent, AssistantContentPart, Base64Image, FileId, ImageContent, ImageSource,
    LettaImage, MessageContentPart, OmittedReasoningContent, ReasoningContent, ReasoningId,
    RedactedReasoningContent, SummarizedReasoningContent, SummarizedReasoningContentPart,
    TextContent, ToolCallContent, ToolCallId, ToolReturnContent, ToolReturnContentPart,
    ToolReturnValue, UrlImage, UserContent, UserContentPart,
};

object! {
    TextContent {
        text: String = "text" required;
        signature: String = "signature" optional;
        @tag "type" = "text";
    }
}

object! {
    ImageContent {
        source: ImageSource = "source" required;
        @tag "type" = "image";
    }
}

tagged_union! {
    ImageSource by "type" {
        url: String = "url";
        data: String = "data";
        media_type: String = "media_type";
        detail: String = "detail";
        file_id: FileId = "file_id";
    }
    Url(UrlImage) = "url" {
        url
    }
    Base64(Base64Image) = "base64" {
        data media_type detail
    }
    Letta(LettaImage) = "letta" {
        file_id data detail media_type
    }
}

object! {
    UrlImage {
        url: String = "url" required;
        @tag "type" = "url";
    }
}

object! {
    Base64Image {
        data: String = "data" required;
        media_type: String = "media_type" required;
        detail: String = "detail" optional;
        @tag "type" = "base64";
    }
}

object! {
    LettaImage {
        file_id: FileId = "file_id" required;
        data: String = "data" optional;
        detail: String = "detail" optional;
        media_type: String = "media_type" optional;
        @tag "type" = "letta";
    }
}

object! {
    ToolCallContent {
        id: ToolCallId = "id" required;
        input: Map<String, Value> = "input" required;
        name: String = "name" required;
        signature: String = "signature" optional;
        @tag "type" = "tool_call";
    }
}

object! {
    ToolReturnContent {
        content: String = "content" required;
        is_error: bool = "is_error" required;
        tool_call_id: ToolCallId = "tool_call_id" required;
        @tag "type" = "tool_return";
    }
}

object! {
    ReasoningContent {
        is_native: bool = "is_native" required;
        reasoning: String = "reasoning" required;
        signature: String = "signature" optional;
        @tag "type" = "reasoning";
    }
}

object! {
    RedactedReasoningContent {
        data: String = "data" required;
        @tag "type" = "redacted_reasoning";
    }
}

object! {
    OmittedReasoningContent {
        signature: String = "signature" optional;
        @tag "type" = "omitted_reasoning";
    }
}

object! {
    SummarizedReasoningContent {
        id: ReasoningId = "id" required;
        summary: Vec<SummarizedReasoningContentPart> = "summary" required;
        encrypted_content: String = "encrypted_content" optional;
        @tag "type" = "summarized_reasoning";
    }
}

object! {
    SummarizedReasoningContentPart {
        index: i64 = "index" required;
        text: String = "text" required;
    }
}

tagged_union! {
    MessageContentPart by "type" {
        text: String = "text";
        signature: String = "signature";
        input: Map<String, Value> = "input";
        name: String = "name";
        content: String = "content";
        is_error: bool = "is_error";
        tool_call_id: ToolCallId = "tool_call_id";
        is_native: bool = "is_native";
        reasoning: String = "reasoning";
        data: String = "data";
        encrypted_content: String = "encrypted_content";
    }
    @late {
        source = "source" {
            source: ImageSource;
        }
        id = "id" {
            id_as_tool_call_id: ToolCallId;
            id_as_reasoning_id: ReasoningId;
        }
        summary = "summary" {
            summary: Vec<SummarizedReasoningContentPart>;
        }
    }
    Text(TextContent) = "text" {
        text signature
    }
    Image(ImageContent) = "image" {
        @late source in source
    }
    ToolCall(ToolCallContent) = "tool_call" {
        input name signature
        @late id in id_as_tool_call_id
    }
    ToolReturn(ToolReturnContent) = "tool_return" {
        content is_error tool_call_id
    }
    Reasoning(ReasoningContent) = "reasoning" {
        is_native reasoning signature
    }
    RedactedReasoning(RedactedReasoningContent) = "redacted_reasoning" {
        data
    }
    OmittedReasoning(OmittedReasoningContent) = "omitted_reasoning" {
        signature
    }
    SummarizedReasoning(SummarizedReasoningContent) = "summarized_reasoning" {
        encrypted_content
        @late id in id_as_reasoning_id summary in summary
    }
}

tagged_union! {
    UserContentPart by "type" {
        text: String = "text";
        signature: String = "signature";
    }
    @late {
        source = "source" {
            source: ImageSource;
        }
    }
    Text(TextContent) = "text" {
        text signature
    }
    Image(ImageContent) = "image" {
        @late source in source
    }
}

tagged_union! {
    AssistantContentPart by "type" {
        text: String = "text";
        signature: String = "signature";
    }
    Text(TextContent) = "text" {
        text signature
    }
}

tagged_union! {
    ToolReturnContentPart by "type" {
        text: String = "text";
        signature: String = "signature";
    }
    @late {
        source = "source" {
            source: ImageSource;
        }
    }
    Text(TextContent) = "text" {
        text signature
    }
    Image(ImageContent) = "image" {
        @late source in source
    }
}

by_type_union! {
    UserContent, "a string or an array" {
        string: Text(String);
        array: Parts(Vec<UserContentPart>);
    }
}

by_type_union! {
    AssistantContent, "a string or an array" {
        string: Text(String);
        array: Parts(Vec<AssistantContentPart>);
    }
}

by_type_union! {
    ToolReturnValue, "a string or an array" {
        string: Text(String);
        array: Parts(Vec<ToolReturnContentPart>);
    }
}
