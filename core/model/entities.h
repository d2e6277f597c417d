// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/dates.h"
#include "core/base/ids.h"
#include "core/base/picture.h"
#include "core/model/vocabulary.h"

#include <QMap>
#include <QString>

#include <optional>
#include <vector>

namespace bomay {

struct Locality;
struct Unit;
struct Post;
struct Person;
struct Portrait;
struct Appointment;
struct Relation;
struct Staged;
struct LegalDocument;
struct LocalitySuccession;
struct Function;
struct Quota;
struct Duty;
struct DutyParticipant;
struct Note;
struct Waiver;
struct Confirmation;
struct RuleSwitch;
struct DocumentInfo;

using LocalityId = Id<Locality>;
using UnitId = Id<Unit>;
using PostId = Id<Post>;
using PersonId = Id<Person>;
using PortraitId = Id<Portrait>;
using AppointmentId = Id<Appointment>;
using RelationId = Id<Relation>;
using StagedId = Id<Staged>;
using LegalDocumentId = Id<LegalDocument>;
using LocalitySuccessionId = Id<LocalitySuccession>;
using FunctionId = Id<Function>;
using QuotaId = Id<Quota>;
using DutyId = Id<Duty>;
using DutyParticipantId = Id<DutyParticipant>;
using NoteId = Id<Note>;
using WaiverId = Id<Waiver>;
using ConfirmationId = Id<Confirmation>;
using RuleSwitchId = Id<RuleSwitch>;
using DocumentInfoId = Id<DocumentInfo>;

/// Columns of a spreadsheet that the program has no field for, by their header, kept as they came.
using CustomFields = QMap<QString, QString>;

/// What a locality is during one period.
struct LocalityState
{
    Period period;
    QString name;
    LocalityType type = LocalityType::Unknown;
    LocalityId parent; ///< null for the top
    LocalityClass localityClass = LocalityClass::Unknown;
    std::optional<int> population;         ///< persons
    std::optional<int> minorityPopulation; ///< persons of ethnic minorities
    bool island = false;
    CustomFields custom;

    friend bool operator==(const LocalityState &, const LocalityState &) = default;
};

/// Đơn vị hành chính (ĐVHC): a territory. A row in a tree of its own, never a vertex of the organisation. Types and
/// classes: Luật 72/2025/QH15; before July 2025 Luật 77/2015/QH13.
struct Locality
{
    LocalityId id;
    QString code;                      ///< mã ĐVHC; on any day at most one locality has it
    std::vector<LocalityState> states; ///< by period, without overlap; a gap means it does not exist then

    friend bool operator==(const Locality &, const Locality &) = default;
};

/// What a unit is during one period. Where it stands is a relation, not a field.
struct UnitState
{
    Period period;
    QString name;
    QString shortName;
    QString electronicId; ///< mã định danh điện tử
    QString block;        ///< khối
    UnitKind kind = UnitKind::Unknown;
    LocalityId locality;                 ///< null: that of the nearest unit above
    int order = 0;                       ///< protocol rank among siblings, smallest first
    std::optional<int> staffAllotted;    ///< biên chế giao: persons, with the units below
    std::optional<int> staffFilled;      ///< biên chế có mặt: persons, with the units below
    std::optional<int> deputiesAllotted; ///< số cấp phó được giao: persons
    Autonomy autonomy = Autonomy::Unknown;
    PartialDate reorganisedOn; ///< date of the reorganising decision; opens a grace period
    Reorganisation reorganisation = Reorganisation::None;
    bool essentialService = false; ///< dịch vụ cơ bản, thiết yếu
    QString legalBasis;
    QString address;
    QString phone;
    QString mail;
    QString function;
    QString note;
    CustomFields custom;
    QString allotmentBasis; ///< văn bản giao: what allots staff and deputies

    friend bool operator==(const UnitState &, const UnitState &) = default;
};

/// Cơ quan, tổ chức, đơn vị: a body. A vertex of the organisation.
struct Unit
{
    UnitId id;
    QString code; ///< mã đơn vị; on any day at most one unit has it; provisional where the file gave none
    bool provisionalCode = false;
    std::vector<UnitState> states; ///< as in Locality

    friend bool operator==(const Unit &, const Unit &) = default;
};

/// What a post is during one period.
struct PostState
{
    Period period;
    QString title; ///< chức danh
    PostRole role = PostRole::Unknown;
    int tier = 0;                 ///< thứ bậc cấp phó: 1, 2, 3 … for deputies, 0 for others
    bool standing = false;        ///< Thường trực
    int order = 0;                ///< rank among the posts of one unit and role, smallest first
    int seats = 1;                ///< số lượng: persons; above 1 a counted group
    std::optional<double> fte;    ///< full-time equivalents of all its seats, where the source counts them
    std::optional<bool> fullTime; ///< chuyên trách
    QString fields;               ///< lĩnh vực phụ trách
    QString position;             ///< vị trí việc làm
    QString grade;                ///< ngạch
    QString note;
    bool surplus = false;     ///< dôi dư after a reorganisation: kept for a time beyond the number allowed
    PartialDate surplusUntil; ///< last day of that time, as the deciding document says; empty = not said
    CustomFields custom;

    friend bool operator==(const PostState &, const PostState &) = default;
};

/// Chức vụ, chức danh: a seat, or a counted group of equal seats, in one unit. A vertex of the organisation.
struct Post
{
    PostId id;
    QString code;                  ///< optional; empty = known by unit, title, tier and rank
    std::vector<PostState> states; ///< as in Locality

    friend bool operator==(const Post &, const Post &) = default;
};

/// Người: the few facts an officer keeps. Personal data.
struct Person
{
    PersonId id;
    QString code; ///< mã định danh, optional
    QString name;
    PartialDate born;

    friend bool operator==(const Person &, const Person &) = default;
};

/// Ảnh chân dung: the one photograph of a person. Personal data. A row of its own, so that those many persons who have
/// none cost nothing.
struct Portrait
{
    PortraitId id;
    PersonId person;
    Picture picture;

    friend bool operator==(const Portrait &, const Portrait &) = default;
};

/// Giữ chức vụ: a person in a post for a time.
struct Appointment
{
    AppointmentId id;
    PostId post;
    PersonId person;
    AppointmentKind kind = AppointmentKind::Full;
    Period period;
    QString decision;                              ///< số quyết định
    PersonnelAction began = PersonnelAction::None; ///< what put the person there
    PersonnelAction ended = PersonnelAction::None; ///< what took the person away at the end of `period`

    friend bool operator==(const Appointment &, const Appointment &) = default;
};

/// A vertex of the organisation: a unit or a post.
struct NodeRef
{
    enum class Kind { Unit, Post };

    Kind kind = Kind::Unit;
    Uid uid;

    NodeRef() = default;
    NodeRef(UnitId id)
        : kind(Kind::Unit)
        , uid(id.uid)
    {}
    NodeRef(PostId id)
        : kind(Kind::Post)
        , uid(id.uid)
    {}

    [[nodiscard]] UnitId unit() const { return kind == Kind::Unit ? UnitId{uid} : UnitId{}; }
    [[nodiscard]] PostId post() const { return kind == Kind::Post ? PostId{uid} : PostId{}; }
    [[nodiscard]] bool isUnit() const { return kind == Kind::Unit; }

    friend auto operator<=>(const NodeRef &, const NodeRef &) = default;
};

/// Quan hệ: a typed edge with one period. An effective move closes one and opens another.
struct Relation
{
    RelationId id;
    RelationType type = RelationType::BelongsTo;
    NodeRef from;
    NodeRef to;
    Period period;
    SuccessionExtent extent = SuccessionExtent::Whole; ///< how much of the predecessor; of `Succeeds` only
    QString subject = {};                              ///< lĩnh vực, nội dung: what is overseen, guided, delegated

    friend bool operator==(const Relation &, const Relation &) = default;
};

/// A node that could not be placed: it is there, without a parent, with the text that was to give its place.
struct Staged
{
    StagedId id;
    NodeRef node;
    StagedReason reason = StagedReason::UnknownParent;
    QString parentText;

    friend bool operator==(const Staged &, const Staged &) = default;
};

/// Văn bản: a decision, resolution, decree or law that founds, allots, appoints or reorganises.
struct LegalDocument
{
    LegalDocumentId id;
    QString number; ///< số và ký hiệu: "33/2021/NĐ-CP"
    QString type;   ///< tên loại văn bản: "Nghị định", "Quyết định"
    PartialDate date;
    QString issuer;  ///< cơ quan ban hành
    QString summary; ///< trích yếu
    Period validity;

    friend bool operator==(const LegalDocument &, const LegalDocument &) = default;
};

/// Kế thừa of a locality: on a day the territory of one, or a part of it, came to another.
struct LocalitySuccession
{
    LocalitySuccessionId id;
    LocalityId predecessor;
    LocalityId successor;
    SuccessionExtent extent = SuccessionExtent::Whole; ///< how much of the predecessor
    PartialDate date;                                  ///< first day with the successor
    LegalDocumentId document;

    friend bool operator==(const LocalitySuccession &, const LocalitySuccession &) = default;
};

/// Chức năng, nhiệm vụ, quyền hạn: what a unit is there for. In a reorganisation every function finds an heir: the row
/// ends and one of the heir's begins that names it.
struct Function
{
    FunctionId id;
    UnitId unit;
    int order = 0; ///< rank among the functions of a unit, smallest first
    QString text;
    QString source; ///< căn cứ: article and document
    Period period;
    FunctionId predecessor; ///< the function it continues; null for a new one

    friend bool operator==(const Function &, const Function &) = default;
};

/// Biên chế, số lượng người làm việc of one unit, year and kind. Numbers are persons, with the units below.
struct Quota
{
    QuotaId id;
    UnitId unit;
    int year = 0;
    QuotaKind kind = QuotaKind::CivilServants;
    std::optional<int> allotted; ///< giao
    std::optional<int> inPost;   ///< có mặt
    std::optional<int> reserve;  ///< dự phòng: kept back by the unit from what it distributes
    LegalDocumentId document;

    friend bool operator==(const Quota &, const Quota &) = default;
};

/// Nhiệm vụ được giao: rõ người, rõ việc, rõ thời gian, rõ trách nhiệm, rõ sản phẩm, rõ thẩm quyền.
struct Duty
{
    DutyId id;
    PostId accountable; ///< rõ người: one post answers for it
    int order = 0;      ///< rank among the duties of a post, smallest first
    QString text;       ///< rõ việc
    PartialDate assigned;
    PartialDate deadline;   ///< rõ thời gian: its last day
    QString responsibility; ///< rõ trách nhiệm
    QString product;        ///< rõ sản phẩm
    QString target;         ///< chỉ tiêu
    QString authority;      ///< rõ thẩm quyền
    DutyState state = DutyState::Open;
    LegalDocumentId document;

    friend bool operator==(const Duty &, const Duty &) = default;
};

/// Who takes part in a duty beside the accountable post.
struct DutyParticipant
{
    DutyParticipantId id;
    DutyId duty;
    NodeRef node;
    QString part; ///< what the unit or post does in it

    friend bool operator==(const DutyParticipant &, const DutyParticipant &) = default;
};

/// Ghi chú: what somebody remarks on a unit or post while working on it. No part of the organisation itself: neither
/// drawn nor checked.
struct Note
{
    NoteId id;
    NodeRef node;
    QString text;
    QString author; ///< empty = not known
    PartialDate date;
    NoteState state = NoteState::Open;

    friend bool operator==(const Note &, const Note &) = default;
};

/// Giải trình: one finding of the checker that the office answers for. The finding is still made and shown, but no
/// longer counts, as long as the breach is no greater than it was.
struct Waiver
{
    WaiverId id;
    QString rule;        ///< id of the rule
    QString fingerprint; ///< of the finding
    QString subject;     ///< whom the finding spoke of, by name
    QString limit;       ///< what was allowed, as the finding wrote it
    QString actual;      ///< what there was
    QString reason;
    QString basis;  ///< the document that it rests on; empty = none
    QString author; ///< empty = not known
    PartialDate date;

    friend bool operator==(const Waiver &, const Waiver &) = default;
};

/// Đã đối chiếu: somebody held a rule, whose text of law the program only knows from reports, against the text itself.
struct Confirmation
{
    ConfirmationId id;
    QString rule;         ///< id of the rule
    QString edition;      ///< of the rule pack: another edition may say something else
    QString basis;        ///< the text that was read, as "Công báo số … ngày …"
    bool asError = false; ///< a breach counts as one of law that was read
    QString author;       ///< empty = not known
    PartialDate date;

    friend bool operator==(const Confirmation &, const Confirmation &) = default;
};

/// Bật, tắt quy định: a rule that the office takes from this document's check, or one that is off by itself and wanted.
struct RuleSwitch
{
    RuleSwitchId id;
    QString rule; ///< id of the rule
    bool isOn = false;
    QString author; ///< empty = not known
    PartialDate date;

    friend bool operator==(const RuleSwitch &, const RuleSwitch &) = default;
};

/// What the document says of itself. There is exactly one, under `documentInfoId()`.
struct DocumentInfo
{
    DocumentInfoId id;
    QString title;
    PartialDate asOf; ///< ngày số liệu: the day the document speaks of; empty = not said

    friend bool operator==(const DocumentInfo &, const DocumentInfo &) = default;
};

[[nodiscard]] constexpr DocumentInfoId documentInfoId()
{
    return {{0, 1}};
}

/// The state that is valid on a day, or null. `Entity` has dated `states`.
template <typename Entity>
[[nodiscard]] auto stateOn(const Entity &entity, Day day) -> decltype(entity.states.data())
{
    for (const auto &state : entity.states)
        if (state.period.contains(day))
            return &state;
    return nullptr;
}

} // namespace bomay

template <>
struct std::hash<bomay::NodeRef>
{
    std::size_t operator()(const bomay::NodeRef &node) const noexcept
    {
        return std::hash<bomay::Uid>{}(node.uid) ^ static_cast<std::size_t>(node.kind);
    }
};
