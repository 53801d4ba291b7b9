#include "strata-text-tag.h"

struct _StrataTextTag
{
  GtkTextTag parent_instance;
};

enum
{
  PROP_0,
  PROP_FOREGROUND,
};

G_DEFINE_FINAL_TYPE (StrataTextTag, strata_text_tag, GTK_TYPE_TEXT_TAG)

static void
strata_text_tag_get_property (GObject    *object,
                              guint       id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  g_autoptr (GdkRGBA) colour = NULL;

  if (id != PROP_FOREGROUND)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  g_object_get (object, "foreground-rgba", &colour, NULL);
  g_value_set_boxed (value, colour);
}

static void
strata_text_tag_class_init (StrataTextTagClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = strata_text_tag_get_property;
  g_object_class_install_property (object_class, PROP_FOREGROUND,
                                   g_param_spec_boxed ("foreground", NULL, NULL, GDK_TYPE_RGBA,
                                                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
}

static void
strata_text_tag_init (StrataTextTag *self)
{
}

/**
 * strata_text_tag_new:
 * @name: (nullable): unique in its table
 *
 * Returns: (transfer full): a tag
 */
GtkTextTag *
strata_text_tag_new (const char *name)
{
  return g_object_new (STRATA_TYPE_TEXT_TAG, "name", name, NULL);
}
