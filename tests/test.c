#define _XOPEN_SOURCE 700

#include "test.h"

#include <dirent.h>
#include <fcntl.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

void test_near(double actual, double expected, double tolerance,
               const char *what, const char *file, int line)
{
    if (fabs(actual - expected) <= tolerance)
        return;
    print_error("%s is %.17g, expected %.17g within %g\n", what, actual,
                expected, tolerance);
    _fail(file, line);
}

void test_relative(double actual, double expected, double tolerance,
                   const char *what, const char *file, int line)
{
    test_near(actual, expected, tolerance * fabs(expected), what, file,
              line);
}

void test_same_bits(double actual, double expected, const char *what,
                    const char *file, int line)
{
    if (memcmp(&actual, &expected, sizeof actual) == 0)
        return;
    print_error("%s is %.17g (%a), expected %.17g (%a)\n", what, actual,
                actual, expected, expected);
    _fail(file, line);
}

void test_holds(const char *text, const char *part, const char *what,
                const char *file, int line)
{
    if (text != NULL && strstr(text, part) != NULL)
        return;
    print_error("%s does not hold \"%s\": \"%s\"\n", what, part,
                text == NULL ? "(null)" : text);
    _fail(file, line);
}

/* Where the folders of tests are made, and where the suite was started. */
static char folder[] = "build/folder-XXXXXX";
static int started_in = -1;

int folder_enter(void **state)
{
    (void)state;
    started_in = open(".", O_RDONLY);
    strcpy(folder + strlen(folder) - strlen("XXXXXX"), "XXXXXX");
    mkdir("build", 0777);
    if (started_in < 0 || mkdtemp(folder) == NULL || chdir(folder) != 0)
        return -1;
    return 0;
}

int folder_leave(void **state)
{
    (void)state;
    char command[sizeof folder + 16];
    if (fchdir(started_in) != 0)
        return -1;
    close(started_in);
    snprintf(command, sizeof command, "rm -rf '%s'", folder);
    return system(command);
}

static int is_visible(const struct dirent *entry)
{
    return strcmp(entry->d_name, ".") != 0 &&
           strcmp(entry->d_name, "..") != 0;
}

const char *folder_names(void)
{
    static char names[4096];
    struct dirent **entries;
    const int n = scandir(".", &entries, is_visible, alphasort);
    names[0] = '\0';
    for (int i = 0; i < n; i++) {
        const size_t used = strlen(names);
        snprintf(names + used, sizeof names - used, "%s%s",
                 i > 0 ? " " : "", entries[i]->d_name);
        free(entries[i]);
    }
    if (n >= 0)
        free(entries);
    return names;
}

const char *device(const char *name)
{
    static char path[64];
    struct stat status;
    snprintf(path, sizeof path, "/dev/%s", name);
    if (stat(path, &status) != 0 || !S_ISCHR(status.st_mode))
        return NULL;
    if (geteuid() != 0)
        return path;
    snprintf(path, sizeof path, "%s", name);
    const bool made = mknod(path, S_IFCHR | 0666, status.st_rdev) == 0;
    return made && access(path, W_OK) == 0 ? path : NULL;
}

const char *file_text(const char *name)
{
    static char text[64 * 1024 + 1];
    FILE *file = fopen(name, "r");
    if (file == NULL)
        return NULL;
    text[fread(text, 1, sizeof text - 1, file)] = '\0';
    fclose(file);
    return text;
}

void file_make(const char *name, const char *text)
{
    FILE *file = fopen(name, "w");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

/* A capture under way: where the descriptor's output goes, and where it went
   before. By descriptor; 0 is not used. */
static struct {
    FILE *file;
    int before;
    char text[16 * 1024];
} captures[3];

void capture_begin(int descriptor)
{
    fflush(stdout);
    captures[descriptor].file = tmpfile();
    assert_non_null(captures[descriptor].file);
    captures[descriptor].before = dup(descriptor);
    assert_true(captures[descriptor].before >= 0);
    dup2(fileno(captures[descriptor].file), descriptor);
}

const char *capture_end(int descriptor)
{
    fflush(stdout);
    dup2(captures[descriptor].before, descriptor);
    close(captures[descriptor].before);
    char *text = captures[descriptor].text;
    rewind(captures[descriptor].file);
    text[fread(text, 1, sizeof captures[descriptor].text - 1,
               captures[descriptor].file)] = '\0';
    fclose(captures[descriptor].file);
    return text;
}

const char *squeezed(const char *text)
{
    static char narrow[16 * 1024];
    size_t n = 0;
    for (; *text != '\0' && n + 1 < sizeof narrow; text++)
        if (*text != ' ' || n == 0 || narrow[n - 1] != ' ')
            narrow[n++] = *text;
    narrow[n] = '\0';
    return narrow;
}

bool is_one_line(const char *text)
{
    const char *end = strchr(text, '\n');
    return end != NULL && end > text && end[1] == '\0';
}

long starts_of(long n)
{
    return getenv("BRIEF") == NULL ? n : (n + 19) / 20;
}
