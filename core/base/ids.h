// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHashFunctions>
#include <QString>

#include <compare>
#include <cstdint>
#include <functional>
#include <optional>

namespace bomay {

/// 128 bits that name one thing for ever. Null (all zero) names nothing.
struct Uid
{
    std::uint64_t high = 0;
    std::uint64_t low = 0;

    friend auto operator<=>(const Uid &, const Uid &) = default;

    [[nodiscard]] bool isNull() const { return high == 0 && low == 0; }

    /// 32 lower-case hexadecimal digits.
    [[nodiscard]] QString toString() const;

    /// The uid written by `toString`, or nothing if the text is not one.
    [[nodiscard]] static std::optional<Uid> parse(QStringView text);
};

/// A uid that knows at compile time what it names.
template <typename Entity>
struct Id
{
    Uid uid;

    friend auto operator<=>(const Id &, const Id &) = default;

    [[nodiscard]] bool isNull() const { return uid.isNull(); }
};

/// Port: where new ids come from, so that tests and the command line can be deterministic.
class IdSource
{
public:
    virtual ~IdSource() = default;
    [[nodiscard]] virtual Uid next() = 0;

    template <typename AnyId>
    [[nodiscard]] AnyId make()
    {
        return AnyId{next()};
    }
};

/// The same seed gives the same ids: SHA-256 of seed and counter.
class SeededIdSource final : public IdSource
{
public:
    explicit SeededIdSource(QByteArray seed);
    [[nodiscard]] Uid next() override;

private:
    QByteArray m_seed;
    std::uint64_t m_counter = 0;
};

/// Ids from the operating system's random numbers.
class RandomIdSource final : public IdSource
{
public:
    [[nodiscard]] Uid next() override;
};

} // namespace bomay

template <>
struct std::hash<bomay::Uid>
{
    std::size_t operator()(const bomay::Uid &uid) const noexcept
    {
        return static_cast<std::size_t>(uid.high ^ (uid.low * 0x9e3779b97f4a7c15ULL));
    }
};

template <typename Entity>
struct std::hash<bomay::Id<Entity>>
{
    std::size_t operator()(const bomay::Id<Entity> &id) const noexcept { return std::hash<bomay::Uid>{}(id.uid); }
};
