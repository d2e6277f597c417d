// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/entities.h"
#include "ui/document/ui_context.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QPushButton;

namespace bomay {

class HolderForm;

/// Who holds a post: those of the day in view first, then those of other days; under them the fields of the chosen one.
/// Del takes a holder away, with the post still selected.
class HolderList : public QWidget
{
    Q_OBJECT

public:
    explicit HolderList(const UiContext &context, QWidget *parent = nullptr);
    ~HolderList() override;

    /// As in `UnitForm`.
    void setPost(PostId post);
    void refresh();
    void commit();

Q_SIGNALS:
    /// As of `HolderForm`.
    void portraitWanted(bomay::PersonId person);

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Line
    {
        AppointmentId appointment;
        QString name;
        QString detail;
        bool isOfTheDay = false;

        friend bool operator==(const Line &, const Line &) = default;
    };

    void build();
    void add();
    void remove();
    [[nodiscard]] std::vector<Line> lines() const;
    [[nodiscard]] Line lineOf(const Appointment &appointment) const;
    void showLines(std::vector<Line> lines);
    void showParts();
    void markRow(int row);
    [[nodiscard]] int firstOfTheDay() const;
    [[nodiscard]] int rowOf(AppointmentId appointment) const;

    UiContext m_context;
    PostId m_post;
    std::vector<Line> m_lines;
    QLabel *m_vacancy;
    QListWidget *m_list;
    QPushButton *m_add;
    QPushButton *m_remove;
    HolderForm *m_form;
};

} // namespace bomay
