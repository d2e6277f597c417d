// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/ui_context.h"
#include "ui/panels/field_set.h"
#include "ui/panels/panel_form.h"

namespace bomay {

class HolderList;

/// The facts of one post on the day in view, and who holds it.
class PostForm : public PanelForm
{
    Q_OBJECT

public:
    explicit PostForm(const UiContext &context, QWidget *parent = nullptr);

    /// As in `UnitForm`.
    void setPost(PostId post);
    void refresh();
    void commit();

Q_SIGNALS:
    /// As of `HolderForm`.
    void portraitWanted(bomay::PersonId person);

private:
    void buildFields();
    void commitFields();
    [[nodiscard]] const ViewPost *post() const;
    void fill(FieldSet<PostState>::Fill mode);

    UiContext m_context;
    PostId m_post;
    FieldSet<PostState> m_fields;
    QSpinBox *m_tier = nullptr;
    QLabel *m_unit = nullptr;
    QLabel *m_period = nullptr;
    HolderList *m_holders = nullptr;
    bool m_committing = false;
};

} // namespace bomay
