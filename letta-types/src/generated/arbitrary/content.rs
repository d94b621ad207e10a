// @generated from schema/content.json by `cargo xtask codegen`. Don't edit: change the schema.

//! How arbitrary values of the types of [`crate::content`] are made.

use crate::ext::arbitrary::{object, tagged_union, union_by_type};
use crate::{
    AssistantContent, AssistantContentPart, Base64Image, ImageContent, ImageSource, LettaImage,
    MessageContentPart, OmittedReasoningContent, ReasoningContent, RedactedReasoningContent,
    SummarizedReasoningContent, SummarizedReasoningContentPart, TextContent, ToolCallContent,
    ToolReturnContent, ToolReturnContentPart, ToolReturnValue, UnknownObject, UrlImage,
    UserContent, UserContentPart,
};

object! {
    TextContent {
        text = "text" required;
        signature = "signature" optional;
        @tag "type";
    }
}

object! {
    ImageContent {
        source = "source" required;
        @tag "type";
    }
}

tagged_union! {
    ImageSource by "type" {
        Url(UrlImage) tagged;
        Base64(Base64Image) tagged;
        Letta(LettaImage) tagged;
        @unknown UnknownObject;
        @tags {
            "url" "base64" "letta"
        }
        @keys {
            "data" "detail" "file_id" "media_type" "type" "url"
        }
    }
}

object! {
    UrlImage {
        url = "url" required;
        @tag "type";
    }
}

object! {
    Base64Image {
        data = "data" required;
        media_type = "media_type" required;
        detail = "detail" optional;
        @tag "type";
    }
}

object! {
    LettaImage {
        file_id = "file_id" required;
        data = "data" optional;
        detail = "detail" optional;
        media_type = "media_type" optional;
        @tag "type";
    }
}

object! {
    ToolCallContent {
        id = "id" required;
        input = "input" required;
        name = "name" required;
        signature = "signature" optional;
        @tag "type";
    }
}

object! {
    ToolReturnContent {
        content = "content" required;
        is_error = "is_error" required;
        tool_call_id = "tool_call_id" required;
        @tag "type";
    }
}

object! {
    ReasoningContent {
        is_native = "is_native" required;
        reasoning = "reasoning" required;
        signature = "signature" optional;
        @tag "type";
    }
}

object! {
    RedactedReasoningContent {
        data = "data" required;
        @tag "type";
    }
}

object! {
    OmittedReasoningContent {
        signature = "signature" optional;
        @tag "type";
    }
}

object! {
    SummarizedReasoningContent {
        id = "id" required;
        summary = "summary" required;
        encrypted_content = "encrypted_content" optional;
        @tag "type";
    }
}

object! {
    SummarizedReasoningContentPart {
        index = "index" required;
        text = "text" required;
    }
}

tagged_union! {
    MessageContentPart by "type" {
        Text(TextContent) tagged;
        Image(ImageContent) tagged;
        ToolCall(ToolCallContent) tagged;
        ToolReturn(ToolReturnContent) tagged;
        Reasoning(ReasoningContent) tagged;
        RedactedReasoning(RedactedReasoningContent) tagged;
        OmittedReasoning(OmittedReasoningContent) tagged;
        SummarizedReasoning(SummarizedReasoningContent) tagged;
        @unknown UnknownObject;
        @tags {
            "text" "image" "tool_call" "tool_return" "reasoning" "redacted_reasoning"
            "omitted_reasoning" "summarized_reasoning"
        }
        @keys {
            "content" "data" "encrypted_content" "id" "input" "is_error" "is_native" "name"
            "reasoning" "signature" "source" "summary" "text" "tool_call_id" "type"
        }
    }
}

tagged_union! {
    UserContentPart by "type" {
        Text(TextContent) tagged;
        Image(ImageContent) tagged;
        @unknown UnknownObject;
        @tags {
            "text" "image"
        }
        @keys {
            "signature" "source" "text" "type"
        }
    }
}

tagged_union! {
    AssistantContentPart by "type" {
        Text(TextContent) tagged;
        @unknown UnknownObject;
        @tags {
            "text"
        }
        @keys {
            "signature" "text" "type"
        }
    }
}

tagged_union! {
    ToolReturnContentPart by "type" {
        Text(TextContent) tagged;
        Image(ImageContent) tagged;
        @unknown UnknownObject;
        @tags {
            "text" "image"
        }
        @keys {
            "signature" "source" "text" "type"
        }
    }
}

union_by_type! {
    UserContent {
        Text Parts
    }
}

union_by_type! {
    AssistantContent {
        Text Parts
    }
}

union_by_type! {
    ToolReturnValue {
        Text Parts
    }
}
