// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/ui_context.h"
#include "ui/panels/field_set.h"
#include "ui/panels/panel_form.h"

class QListView;

namespace bomay {

class PostListModel;

/// The facts of one unit on the day in view, and its posts.
class UnitForm : public PanelForm
{
    Q_OBJECT

public:
    explicit UnitForm(const UiContext &context, QWidget *parent = nullptr);

    /// Shows a unit; null shows none. What was typed for the one before is taken over first.
    void setUnit(UnitId unit);
    /// Looks everything up again.
    void refresh();
    /// Asks the document for what was typed, as one edit; nothing typed is no edit.
    void commit();

private:
    void buildFields();
    void buildPosts();
    [[nodiscard]] const ViewUnit *unit() const;
    void fill(FieldSet<UnitState>::Fill mode);
    void fillReadOnly(const ViewUnit &unit);

    UiContext m_context;
    UnitId m_unit;
    FieldSet<UnitState> m_fields;
    QLabel *m_code = nullptr;
    QLabel *m_locality = nullptr;
    QLabel *m_period = nullptr;
    QLabel *m_postsHeading = nullptr;
    QListView *m_posts = nullptr;
    PostListModel *m_postModel = nullptr;
    bool m_committing = false;
};

} // namespace bomay
