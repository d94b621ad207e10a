//! Where the judge and JSON Schema don't agree: all of it, each with its reason.

/// What is accepted though JSON Schema refuses it.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Lenience {
    UnknownValue,
    UnknownKind,
    FormerTag,
    NullTag,
    OutOfBounds,
}

impl Lenience {
    pub const ALL: &[Self] = &[
        Self::UnknownValue,
        Self::UnknownKind,
        Self::FormerTag,
        Self::NullTag,
        Self::OutOfBounds,
    ];

    pub fn reason(self) -> &'static str {
        match self {
            Self::UnknownValue => "enums are open: servers add values before they document them",
            Self::UnknownKind => "an object that belongs to no arm is kept whole",
            Self::FormerTag => "servers before 0.16.5 spelled two tags otherwise",
            Self::NullTag => "a tag that is null is as good as absent",
            Self::OutOfBounds => "bounds are documented for servers to judge",
        }
    }

    /// Whether it stays in what is written, which JSON Schema then refuses as well.
    pub fn stays(self) -> bool {
        self != Self::NullTag
    }
}

/// What is refused though JSON Schema accepts it.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Strictness {
    Twice,
    Integer,
    Score,
    ToldByTag,
    ToldByFields,
}

impl Strictness {
    pub const ALL: &[Self] = &[
        Self::Twice,
        Self::Integer,
        Self::Score,
        Self::ToldByTag,
        Self::ToldByFields,
    ];

    pub fn reason(self) -> &'static str {
        match self {
            Self::Twice => "JSON Schema doesn't see that a key comes twice, and one would be lost",
            Self::Integer => {
                "int64 is an annotation to JSON Schema, and rounding would lose digits"
            }
            Self::Score => "an integer of 64 bits that no double holds would lose digits",
            Self::ToldByTag => "a tag tells the arm, even if the value fits an arm without a tag",
            Self::ToldByFields => "required fields tell the arm, even if the value fits another",
        }
    }
}
