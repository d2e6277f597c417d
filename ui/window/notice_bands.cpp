// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/notice_bands.h"

#include "ui/panels/data_texts.h"

#include <QLabel>
#include <QVBoxLayout>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

QLabel *newBand(const QString &name, const QString &colours)
{
    auto *band = new QLabel;
    band->setObjectName(name);
    band->setAlignment(Qt::AlignCenter);
    band->setWordWrap(true);
    band->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    band->setStyleSheet(u"QLabel { %1 padding: 4px; }"_s.arg(colours));
    return band;
}

/// A text and what can be done about it. Names in the text are no markup.
QString withLink(const QString &text, const QString &action)
{
    return u"%1 <a href=\"#\">%2</a>"_s.arg(text.toHtmlEscaped(), action.toHtmlEscaped());
}

} // namespace

NoticeBands::NoticeBands(const Document &document, const MessageCatalog &messages, Language language)
    : m_document(document)
    , m_messages(messages)
    , m_language(language)
    , m_day(newBand(u"historicalBand"_s, u"background: #fff4ce; color: #3b2f00;"_s))
    , m_holder(newBand(u"holderBand"_s, u"background: #dbe9ff; color: #10233f;"_s))
    , m_version(newBand(u"versionBand"_s, u"background: #dbe9ff; color: #10233f;"_s))
    , m_trouble(newBand(u"troubleBand"_s, u"background: #fde0dc; color: #4a0d05;"_s))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    for (QLabel *band : {m_trouble, m_holder, m_version, m_day})
        layout->addWidget(band);
    connect(m_holder, &QLabel::linkActivated, this, &NoticeBands::reopenWanted);
    connect(m_version, &QLabel::linkActivated, this, &NoticeBands::reopenWanted);
    connect(m_trouble, &QLabel::linkActivated, this, &NoticeBands::saveWanted);
    connect(&document, &Document::stateChanged, this, &NoticeBands::refresh);
    refresh();
}

void NoticeBands::refresh()
{
    const Session &session = m_document.session();
    const Day today = Day::fromDate(QDate::currentDate());
    const Day day = session.asOf();
    m_day->setVisible(day != today);
    const QString text = day < today ? tr("Đang xem tổ chức tại ngày %1 (quá khứ). Quy định áp dụng là của ngày đó.")
                                     : tr("Đang xem tổ chức tại ngày %1 (tương lai).");
    m_day->setText(text.arg(dayText(day, m_language)));

    m_holder->setVisible(session.holder().has_value());
    if (session.holder()) {
        const LockHolder &holder = *session.holder();
        const QString since = holder.since.isValid() ? timeText(holder.since, m_language) : QString();
        const QString who = holder.name.isEmpty() ? tr("Người khác") : holder.name;
        const QString where = since.isEmpty()
                                  ? tr("%1 đang sửa tài liệu này trên máy %2.").arg(who, holder.host)
                                  : tr("%1 đang sửa tài liệu này trên máy %2 từ %3.").arg(who, holder.host, since);
        m_holder->setText(withLink(where + u' ' + tr("Ở đây chỉ xem được, hoặc lưu thành tệp khác."), tr("Mở lại")));
    }

    m_version->setVisible(session.version().has_value());
    if (session.version()) {
        const VersionLabel &label = session.version()->label;
        const QString shown = label.isSealed ? tr("Đang xem phiên bản “%1”, đã chốt lúc %2.")
                                             : tr("Đang xem phiên bản “%1”, ghi lúc %2.");
        m_version->setText(withLink(shown.arg(label.name, timeText(label.time, m_language)), tr("Trở lại tài liệu")));
    }

    m_trouble->setVisible(session.trouble().has_value());
    if (session.trouble())
        m_trouble->setText(withLink(m_messages.text(session.trouble()->message, m_language), tr("Lưu tài liệu")));
}

} // namespace bomay
