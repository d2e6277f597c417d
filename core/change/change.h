// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/organisation.h"

#include <QDateTime>

#include <vector>

namespace bomay {

/// One row before and after: nothing before = it is new, nothing after = it goes.
struct RowImage
{
    RowKey key;
    std::optional<Row> before;
    std::optional<Row> after;

    friend bool operator==(const RowImage &, const RowImage &) = default;
};

/// Thay đổi: everything that changes the organisation. A titled list of row images; its inverse is a swap.
struct Change
{
    Uid id;
    QString title; ///< as the officer reads it in Undo and in the log
    QString author;
    QDateTime time;        ///< UTC
    QString legalDocument; ///< number and symbol of the decision behind it
    PartialDate effective; ///< a label: replay reads only the images
    std::vector<RowImage> images;
    Uid undoes = {}; ///< the saved change that this one takes back; null for all others

    friend bool operator==(const Change &, const Change &) = default;
};

/// The change that takes another one back: images swapped, in reverse order.
[[nodiscard]] Change inverted(const Change &change);

/// One change that does what two did, one right after the other: of rows that both touch the first before and the last
/// after; rows that end as they began are left out. Id, title and labels are those of the second.
[[nodiscard]] Change composed(Change first, const Change &second);

/// Brings images into an order that a transaction takes: rows come and change from units to relations, then go back.
void sortForTransaction(std::vector<RowImage> &images);

enum class RowEffect { Added, Modified, Removed };

/// What a transaction did: views look the rows up again. One entry for each row, however often it was touched.
struct ChangeSet
{
    struct Entry
    {
        RowKey key;
        RowEffect effect = RowEffect::Modified;

        friend bool operator==(const Entry &, const Entry &) = default;
    };

    std::vector<Entry> entries;
    /// The units and posts that the touched relations, appointments, staged nodes and quotas speak of, and the persons
    /// of touched portraits, before or after: they look different, though their own rows may be as they were. One may
    /// come several times; none do where there were no nodes before, as all of them have entries then.
    std::vector<RowKey> nodes;

    /// The keys of all entries, and `nodes`: what `OrgView::apply` asks for.
    [[nodiscard]] std::vector<RowKey> touched() const;

    friend bool operator==(const ChangeSet &, const ChangeSet &) = default;
};

} // namespace bomay
