/* files.c: output that is whole or not there. */
#define _XOPEN_SOURCE 700

#include "plumbing/files.h"
#include "plumbing/messages.h"
#include "test.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* Opens, and returns what was said about it. */
static const char *said_of_opening(output_file *file, const char *name,
                                   bool *opened)
{
    messages_begin_with("suite");
    capture_begin(2);
    *opened = output_open(file, name);
    return capture_end(2);
}

static const char *said_of_committing(output_file *file, bool *kept)
{
    messages_begin_with("suite");
    capture_begin(2);
    *kept = output_commit(file);
    return capture_end(2);
}

static unsigned mode_of(const char *name)
{
    struct stat status;
    assert_int_equal(stat(name, &status), 0);
    return (unsigned)status.st_mode & 07777u;
}

/* A new file, in parts of no fixed size. */
static void committed_file_is_there_and_nothing_else(void **state)
{
    output_file file;
    assert_true(output_open(&file, "new.txt"));
    fputs("one\n", file.stream);
    assert_null(file_text("new.txt"));
    fputs("two\n", file.stream);
    assert_true(output_commit(&file));
    assert_null(file.stream);
    assert_string_equal(file_text("new.txt"), "one\ntwo\n");
    assert_string_equal(folder_names(), "new.txt");
}

static void empty_file_may_be_committed(void **state)
{
    output_file file;
    assert_true(output_open(&file, "empty.txt"));
    assert_true(output_commit(&file));
    assert_string_equal(file_text("empty.txt"), "");
}

static void file_before_is_there_until_the_new_one_is_whole(void **state)
{
    output_file file;
    file_make("a.txt", "before");
    assert_true(output_open(&file, "a.txt"));
    fputs("after", file.stream);
    fflush(file.stream);
    assert_string_equal(file_text("a.txt"), "before");
    assert_true(output_commit(&file));
    assert_string_equal(file_text("a.txt"), "after");
    assert_string_equal(folder_names(), "a.txt");
}

static void abandoned_file_leaves_all_as_it_was(void **state)
{
    output_file file;
    file_make("a.txt", "before");
    assert_true(output_open(&file, "a.txt"));
    fputs("after", file.stream);
    output_abandon(&file);
    assert_null(file.stream);
    assert_string_equal(file_text("a.txt"), "before");
    assert_true(output_open(&file, "b.txt"));
    output_abandon(&file);
    assert_string_equal(folder_names(), "a.txt");
}

static void file_nobody_asked_for_stays_closed(void **state)
{
    output_file file;
    assert_true(output_open(&file, NULL));
    assert_null(file.stream);
    assert_true(output_commit(&file));
    assert_true(output_open(&file, NULL));
    output_abandon(&file);
    assert_string_equal(folder_names(), "");
}

static void file_may_be_abandoned_or_committed_again(void **state)
{
    output_file file;
    assert_true(output_open(&file, "a.txt"));
    assert_true(output_commit(&file));
    assert_true(output_commit(&file));
    output_abandon(&file);
    assert_string_equal(folder_names(), "a.txt");
}

static void mode_of_a_replaced_file_is_kept(void **state)
{
    output_file file;
    file_make("a.txt", "before");
    const unsigned modes[] = {0600, 0644, 0755, 0660, 04755};
    for (int i = 0; i < 5; i++) {
        assert_int_equal(chmod("a.txt", modes[i]), 0);
        assert_true(output_open(&file, "a.txt"));
        assert_true(output_commit(&file));
        assert_int_equal(mode_of("a.txt"), modes[i]);
    }
}

static void mode_of_a_new_file_is_that_of_the_mask(void **state)
{
    output_file file;
    const mode_t before = umask(027);
    assert_true(output_open(&file, "a.txt"));
    assert_true(output_commit(&file));
    assert_int_equal(umask(0), 027);
    assert_true(output_open(&file, "b.txt"));
    assert_true(output_commit(&file));
    assert_int_equal(umask(before), 0);
    assert_int_equal(mode_of("a.txt"), 0640);
    assert_int_equal(mode_of("b.txt"), 0666);
}

static void symbolic_link_is_followed_and_stays(void **state)
{
    output_file file;
    struct stat status;
    assert_int_equal(mkdir("inner", 0777), 0);
    file_make("inner/real.txt", "before");
    assert_int_equal(symlink("inner/real.txt", "link.txt"), 0);
    assert_true(output_open(&file, "link.txt"));
    fputs("after", file.stream);
    assert_true(output_commit(&file));
    assert_string_equal(file_text("inner/real.txt"), "after");
    assert_int_equal(lstat("link.txt", &status), 0);
    assert_true(S_ISLNK(status.st_mode));
    assert_string_equal(folder_names(), "inner link.txt");
}

/* It leads nowhere, and is replaced: what it says may be in no folder. */
static void symbolic_link_to_nothing_is_replaced(void **state)
{
    output_file file;
    assert_int_equal(symlink("none/real.txt", "link.txt"), 0);
    assert_true(output_open(&file, "link.txt"));
    fputs("here", file.stream);
    assert_true(output_commit(&file));
    assert_string_equal(file_text("link.txt"), "here");
    assert_string_equal(folder_names(), "link.txt");
}

/* As a program that was killed leaves them: none of a next one's names. */
static void file_left_behind_blocks_no_later_run(void **state)
{
    output_file first, second, third;
    assert_true(output_open(&first, "a.txt"));
    assert_true(output_open(&second, "a.txt"));
    fputs("second", second.stream);
    assert_true(output_commit(&second));
    assert_true(output_open(&third, "a.txt"));
    fputs("third", third.stream);
    assert_string_not_equal(first.beside, third.beside);
    assert_true(output_commit(&third));
    assert_string_equal(file_text("a.txt"), "third");
    assert_int_equal(strncmp(strrchr(first.beside, '/'), "/a.txt.", 7), 0);
    assert_int_equal(strlen(strrchr(first.beside, '/')), 13);
    output_abandon(&first);
    assert_string_equal(folder_names(), "a.txt");
}

static void full_device_is_reported(void **state)
{
    const char *full = device("full");
    if (full == NULL)
        skip();
    output_file file;
    bool kept;
    assert_true(output_open(&file, full));
    fputs("to nowhere\n", file.stream);
    const char *message = said_of_committing(&file, &kept);
    assert_false(kept);
    assert_true(is_one_line(message));
    assert_holds(message, "full: ");
    assert_holds(message, strerror(ENOSPC));
}

/* More than a buffer, so that the write fails before the commit. */
static void full_device_is_reported_whenever_the_write_failed(void **state)
{
    const char *full = device("full");
    if (full == NULL)
        skip();
    output_file file;
    bool kept;
    assert_true(output_open(&file, full));
    for (int i = 0; i < 100000; i++)
        fputs("to nowhere\n", file.stream);
    const char *message = said_of_committing(&file, &kept);
    assert_false(kept);
    assert_true(is_one_line(message));
    assert_holds(message, "full: ");
    assert_holds(message, strerror(ENOSPC));
}

/* A file on a disk that fills up: the stream can write no more. */
static void failed_write_leaves_the_file_before_whole(void **state)
{
    output_file file;
    bool kept;
    file_make("a.txt", "before");
    assert_true(output_open(&file, "a.txt"));
    const int nowhere = open("/dev/null", O_RDONLY);
    dup2(nowhere, fileno(file.stream)); /* every write fails now */
    close(nowhere);
    fputs("after", file.stream);
    const char *message = said_of_committing(&file, &kept);
    assert_false(kept);
    assert_true(is_one_line(message));
    assert_holds(message, "suite: a.txt: ");
    assert_string_equal(file_text("a.txt"), "before");
    assert_string_equal(folder_names(), "a.txt");
}

static void failed_rename_is_reported_and_leaves_nothing(void **state)
{
    output_file file;
    bool kept;
    assert_true(output_open(&file, "a.txt"));
    assert_int_equal(mkdir("a.txt", 0777), 0);
    const char *message = said_of_committing(&file, &kept);
    assert_false(kept);
    assert_true(is_one_line(message));
    assert_holds(message, "suite: a.txt: ");
    assert_string_equal(folder_names(), "a.txt");
}

static void name_that_cannot_be_written_is_refused(void **state)
{
    char long_name[5000];
    memset(long_name, 'x', sizeof long_name - 1);
    long_name[sizeof long_name - 1] = '\0';
    assert_int_equal(mkdir("folder", 0777), 0);
    file_make("a.txt", "before");
    const char *const names[] = {"folder",     ".",       "folder/",
                                 "none/b.txt", "a.txt/b", "a.txt/",
                                 "none/",      long_name};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        output_file file;
        bool opened;
        const char *message = said_of_opening(&file, names[i], &opened);
        assert_false(opened);
        assert_null(file.stream);
        assert_true(is_one_line(message));
        assert_holds(message, "suite: ");
        assert_string_equal(folder_names(), "a.txt folder");
    }
    assert_string_equal(file_text("a.txt"), "before");
}

/* Root may write anywhere, so root becomes nobody first, in a process that
   ends with the number of the case that went wrong. */
static int cases_without_permission(void)
{
    const uid_t nobody = 65534;
    output_file file;
    if (geteuid() == 0 && setuid(nobody) != 0)
        return 9;
    if (output_open(&file, "locked/new.txt"))
        return 1;
    if (output_open(&file, "locked/a.txt"))
        return 2;
    if (output_open(&file, "open/a.txt"))
        return 3;
    return 0;
}

static void folder_and_file_without_permission_are_refused(void **state)
{
    assert_int_equal(mkdir("locked", 0777), 0);
    assert_int_equal(mkdir("open", 0777), 0);
    file_make("locked/a.txt", "before");
    file_make("open/a.txt", "before");
    chmod("locked/a.txt", 0666);
    chmod("open/a.txt", 0444);
    chmod("locked", 0555);
    chmod("open", 0777);
    chmod(".", 0711);
    messages_begin_with("suite");
    capture_begin(2);
    const pid_t child = fork();
    if (child == 0)
        _exit(cases_without_permission());
    int status = -1;
    waitpid(child, &status, 0);
    const char *said = capture_end(2);
    chmod("locked", 0777);
    assert_int_equal(status, 0);
    assert_holds(said, "suite: locked/new.txt: Permission denied\n");
    assert_holds(said, "suite: locked/a.txt: Permission denied\n");
    assert_holds(said, "suite: open/a.txt: Permission denied\n");
    assert_string_equal(file_text("open/a.txt"), "before");
    assert_string_equal(folder_names(), "locked open");
}

static void device_is_written_straight(void **state)
{
    const char *null = device("null");
    if (null == NULL)
        skip();
    const char *before = folder_names();
    output_file file;
    struct stat status;
    assert_true(output_open(&file, null));
    assert_null(file.beside);
    fputs("gone", file.stream);
    assert_true(output_commit(&file));
    assert_string_equal(folder_names(), before);
    assert_int_equal(stat(null, &status), 0);
    assert_true(S_ISCHR(status.st_mode));
}

static void pipe_is_written_straight_and_may_be_abandoned(void **state)
{
    output_file file;
    char text[8] = "";
    assert_int_equal(mkfifo("pipe", 0666), 0);
    const int reader = open("pipe", O_RDONLY | O_NONBLOCK);
    assert_true(reader >= 0);
    assert_true(output_open(&file, "pipe"));
    fputs("through", file.stream);
    assert_true(output_commit(&file));
    assert_int_equal(read(reader, text, sizeof text - 1), 7);
    assert_string_equal(text, "through");
    assert_true(output_open(&file, "pipe"));
    output_abandon(&file);
    close(reader);
    assert_string_equal(folder_names(), "pipe");
}

static void closed_pipe_is_an_error_and_no_signal(void **state)
{
    output_file file;
    bool kept;
    standard_streams_prepare();
    assert_int_equal(mkfifo("pipe", 0666), 0);
    const int reader = open("pipe", O_RDONLY | O_NONBLOCK);
    assert_true(output_open(&file, "pipe"));
    close(reader);
    fputs("to nobody", file.stream);
    const char *message = said_of_committing(&file, &kept);
    assert_false(kept);
    assert_true(is_one_line(message));
    assert_holds(message, strerror(EPIPE));
}

/* Files that options name. */

static bool differ(const file_option files[], size_t n, const char **said)
{
    messages_begin_with("suite");
    capture_begin(2);
    const bool fine = files_differ(files, n);
    *said = capture_end(2);
    return fine;
}

/* Two names for one file, or not. */
static bool same(const char *name, const char *other)
{
    const char *said;
    const file_option files[] = {{"in", name, NULL}, {"out", other, NULL}};
    return !differ(files, 2, &said);
}

static void same_file_is_found_under_any_name(void **state)
{
    char there[4096], full[4200];
    assert_non_null(getcwd(there, sizeof there));
    file_make("a.txt", "");
    file_make("b.txt", "");
    assert_int_equal(mkdir("inner", 0777), 0);
    assert_int_equal(symlink("a.txt", "link.txt"), 0);
    assert_int_equal(symlink("inner", "way"), 0);
    assert_true(same("a.txt", "a.txt"));
    assert_true(same("a.txt", "./a.txt"));
    assert_true(same("inner/../a.txt", "a.txt"));
    assert_true(same("a.txt", "link.txt"));
    assert_true(same(".//link.txt", "way/../a.txt"));
    snprintf(full, sizeof full, "%s/a.txt", there);
    assert_true(same(full, "a.txt"));
    assert_false(same("a.txt", "b.txt"));
    /* names where nothing stands yet */
    assert_true(same("new", "./new"));
    assert_true(same("inner/new", "way/new"));
    assert_true(same("way//new", "inner/./new"));
    assert_true(same("/new-at-the-root", "//new-at-the-root"));
    snprintf(full, sizeof full, "%s/new", there);
    assert_true(same(full, "new"));
    assert_true(same("new", "inner/../new"));
    assert_false(same("new", "other"));
    assert_false(same("new", "inner/new"));
    assert_false(same("inner/a.txt", "a.txt"));
    assert_false(same("new", "a.txt"));
    /* that nobody can write to, which is said when they are opened */
    assert_false(same("none/new", "none/new"));
    assert_false(same("a.txt/", "a.txt/"));
    assert_false(same("none/", "none/"));
    assert_false(same(".", "."));
    assert_false(same("inner", "way"));
}

/* In a folder so deep that a path has room for a name of 9 letters. */
static void path_that_is_too_long_is_no_file_and_not_cut(void **state)
{
    char there[PATH_MAX], name[220];
    size_t left;
    while (getcwd(there, sizeof there) != NULL &&
           (left = PATH_MAX - 1 - strlen(there)) > 10) {
        const size_t length = left > 220 ? 200 : left - 11;
        memset(name, 'x', length);
        name[length] = '\0';
        assert_int_equal(mkdir(name, 0777), 0);
        assert_int_equal(chdir(name), 0);
    }
    assert_int_equal(left, 10);
    assert_true(same("ninechars", "./ninechars"));
    assert_false(same("tenletters", "./tenletters"));
    assert_false(same("tenletters", "tenletterz"));
}

static void two_options_with_one_file_are_named(void **state)
{
    const char *said;
    file_make("a.txt", "a");
    assert_int_equal(symlink("a.txt", "link.txt"), 0);
    file_option files[] = {{"in", "a.txt", NULL},
                           {"out", "b.txt", NULL},
                           {"log", "c.txt", NULL}};
    assert_true(differ(files, 3, &said));
    assert_string_equal(said, "");
    assert_true(differ(files, 0, &said));
    /* Any two, there or not, and by any name. */
    files[2].name = "link.txt";
    assert_false(differ(files, 3, &said));
    assert_string_equal(said, "suite: --log: expected another file than "
                              "--in, got \"link.txt\"\n");
    assert_true(differ(files, 2, &said));
    files[2].name = "./b.txt";
    assert_false(differ(files, 3, &said));
    assert_string_equal(said, "suite: --log: expected another file than "
                              "--out, got \"./b.txt\"\n");
    files[1].name = "./a.txt";
    assert_false(differ(files, 3, &said));
    assert_string_equal(said, "suite: --out: expected another file than "
                              "--in, got \"./a.txt\"\n");
    assert_string_equal(folder_names(), "a.txt link.txt");
}

static void options_that_were_not_given_have_no_file(void **state)
{
    const char *said;
    const file_option files[] = {{"in", NULL, NULL},
                                 {"out", "a.txt", NULL},
                                 {"log", NULL, NULL},
                                 {"end", NULL, "out"}};
    assert_true(differ(files, 4, &said));
    assert_string_equal(said, "");
}

/* In its own way only: the option that replaces comes later. */
static void file_may_be_replaced_by_the_option_that_says_so(void **state)
{
    const char *said;
    file_make("a.txt", "a");
    file_option files[] = {{"params", "a.txt", NULL},
                           {"save", "./a.txt", "params"},
                           {"trace", "t.csv", NULL}};
    assert_true(differ(files, 3, &said));
    assert_string_equal(said, "");
    files[2].name = "a.txt";
    assert_false(differ(files, 3, &said));
    assert_string_equal(said, "suite: --trace: expected another file than "
                              "--params, got \"a.txt\"\n");
    files[0].name = NULL;
    assert_false(differ(files, 3, &said));
    assert_string_equal(said, "suite: --trace: expected another file than "
                              "--save, got \"a.txt\"\n");
    files[0].name = "a.txt";
    files[1].replaces = "trace";
    assert_false(differ(files, 2, &said));
}

static void a_device_may_be_named_by_any_number_of_options(void **state)
{
    const char *said;
    const file_option files[] = {{"trace", "/dev/null", NULL},
                                 {"values", "/dev/null", NULL}};
    assert_true(differ(files, 2, &said));
}

/* standard_output_commit closes standard output, so each case has a process
   of its own: what it said, and 1 if it returned false. */
static int commit_elsewhere(int output, const char *text, const char **said)
{
    messages_begin_with("suite");
    capture_begin(2);
    const pid_t child = fork();
    if (child == 0) {
        dup2(output, 1);
        fputs(text, stdout);
        _exit(standard_output_commit() ? 0 : 1);
    }
    int status = -1;
    waitpid(child, &status, 0);
    *said = capture_end(2);
    return status;
}

static void standard_output_that_takes_all_is_fine(void **state)
{
    const char *said;
    const int output = open("out.txt", O_WRONLY | O_CREAT, 0666);
    assert_int_equal(commit_elsewhere(output, "the report", &said), 0);
    close(output);
    assert_string_equal(said, "");
    assert_string_equal(file_text("out.txt"), "the report");
}

/* A file that a standard stream goes to already: to put another in its
   place would lose what was printed, or said. */
static void file_of_a_standard_stream_is_shared_with_it(void **state)
{
    for (int descriptor = 1; descriptor <= 2; descriptor++) {
        const int output = open("out.txt", O_WRONLY | O_CREAT, 0666);
        fflush(stdout);
        const pid_t child = fork();
        if (child == 0) {
            output_file file;
            dup2(output, descriptor);
            fputs("the report\n", descriptor == 1 ? stdout : stderr);
            bool fine = output_open(&file, "./out.txt");
            if (fine)
                fputs("the trace\n", file.stream);
            fine = fine && file.beside == NULL && output_commit(&file);
            if (descriptor == 1)
                fine = standard_output_commit() && fine;
            _exit(fine ? 0 : 1);
        }
        int status = -1;
        waitpid(child, &status, 0);
        close(output);
        assert_int_equal(status, 0);
        assert_string_equal(file_text("out.txt"),
                            descriptor == 1 ? "the trace\nthe report\n"
                                            : "the report\nthe trace\n");
        assert_string_equal(folder_names(), "out.txt");
        unlink("out.txt");
    }
}

/* In a process that has them closed, each file gets a number of its own. */
static int streams_prepared_elsewhere(void)
{
    for (int fd = 0; fd <= 2; fd++)
        close(fd);
    output_file file;
    char byte;
    if (!standard_streams_prepare())
        return 1;
    for (int fd = 0; fd <= 2; fd++)
        if (write(fd, "x", 1) >= 0 || read(fd, &byte, 1) >= 0)
            return 2;
    if (!output_open(&file, "a.txt") || fileno(file.stream) <= 2)
        return 3;
    if (fputs("whole", file.stream) < 0 || !output_commit(&file))
        return 4;
    if (output_open(&file, "/dev/fd/1") && output_commit(&file))
        return 5;
    fputs("the report", stdout);
    return standard_output_commit() ? 6 : 0;
}

static void closed_standard_stream_stays_closed(void **state)
{
    fflush(stdout);
    const pid_t child = fork();
    if (child == 0)
        _exit(streams_prepared_elsewhere());
    int status = -1;
    waitpid(child, &status, 0);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 0);
    assert_string_equal(file_text("a.txt"), "whole");
}

/* Where no more files may be opened, the places cannot be kept. */
static void streams_that_cannot_be_prepared_are_told(void **state)
{
    fflush(stdout);
    const pid_t child = fork();
    if (child == 0) {
        const struct rlimit none = {0, 0};
        close(0);
        _exit(setrlimit(RLIMIT_NOFILE, &none) != 0 ||
              standard_streams_prepare());
    }
    int status = -1;
    waitpid(child, &status, 0);
    assert_int_equal(status, 0);
}

/* Signals that would end the program, if a pipe is closed or a file is as
   large as files may be. */
static void signals_of_a_failed_write_are_ignored(void **state)
{
    assert_true(standard_streams_prepare());
    assert_true(signal(SIGPIPE, SIG_DFL) == SIG_IGN);
    assert_true(signal(SIGXFSZ, SIG_DFL) == SIG_IGN);
    assert_true(standard_streams_prepare());
}

/* Nothing to print, and nothing that failed before, is no failure; what
   failed before the last bytes is one. */
static int lost_output_elsewhere(void)
{
    const int full = open("/dev/full", O_WRONLY);
    const int fine = dup(1);
    dup2(full, 1);
    for (int i = 0; i < 10000; i++)
        fputs("to nowhere\n", stdout);
    fflush(stdout);
    dup2(fine, 1);
    fputs("to somewhere", stdout);
    return standard_output_commit() ? 1 : 0;
}

static void output_that_was_lost_long_ago_is_reported(void **state)
{
    if (access("/dev/full", W_OK) != 0)
        skip();
    messages_begin_with("suite");
    capture_begin(1);
    capture_begin(2);
    const pid_t child = fork();
    if (child == 0)
        _exit(lost_output_elsewhere());
    int status = -1;
    waitpid(child, &status, 0);
    const char *said = capture_end(2);
    capture_end(1);
    assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    assert_true(is_one_line(said));
    assert_holds(said, "suite: standard output: ");
    assert_holds(said, strerror(EIO));
}

static void standard_output_that_is_full_is_reported(void **state)
{
    const char *said;
    const int output = open("/dev/full", O_WRONLY);
    if (output < 0)
        skip();
    const int status = commit_elsewhere(output, "the report", &said);
    close(output);
    assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 1);
    assert_true(is_one_line(said));
    assert_holds(said, "suite: standard output: ");
}

static void standard_output_that_nobody_reads_is_reported(void **state)
{
    const char *said;
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    close(ends[0]);
    standard_streams_prepare();
    const int status = commit_elsewhere(ends[1], "the report", &said);
    close(ends[1]);
    assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 1);
    assert_true(is_one_line(said));
    assert_holds(said, strerror(EPIPE));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_in_folder(committed_file_is_there_and_nothing_else),
        test_in_folder(empty_file_may_be_committed),
        test_in_folder(file_before_is_there_until_the_new_one_is_whole),
        test_in_folder(abandoned_file_leaves_all_as_it_was),
        test_in_folder(file_nobody_asked_for_stays_closed),
        test_in_folder(file_may_be_abandoned_or_committed_again),
        test_in_folder(mode_of_a_replaced_file_is_kept),
        test_in_folder(mode_of_a_new_file_is_that_of_the_mask),
        test_in_folder(symbolic_link_is_followed_and_stays),
        test_in_folder(symbolic_link_to_nothing_is_replaced),
        test_in_folder(file_left_behind_blocks_no_later_run),
        test_in_folder(full_device_is_reported),
        test_in_folder(full_device_is_reported_whenever_the_write_failed),
        test_in_folder(failed_write_leaves_the_file_before_whole),
        test_in_folder(failed_rename_is_reported_and_leaves_nothing),
        test_in_folder(name_that_cannot_be_written_is_refused),
        test_in_folder(folder_and_file_without_permission_are_refused),
        test_in_folder(device_is_written_straight),
        test_in_folder(pipe_is_written_straight_and_may_be_abandoned),
        test_in_folder(closed_pipe_is_an_error_and_no_signal),
        test_in_folder(same_file_is_found_under_any_name),
        test_in_folder(path_that_is_too_long_is_no_file_and_not_cut),
        test_in_folder(two_options_with_one_file_are_named),
        cmocka_unit_test(options_that_were_not_given_have_no_file),
        test_in_folder(file_may_be_replaced_by_the_option_that_says_so),
        cmocka_unit_test(a_device_may_be_named_by_any_number_of_options),
        test_in_folder(standard_output_that_takes_all_is_fine),
        test_in_folder(file_of_a_standard_stream_is_shared_with_it),
        test_in_folder(closed_standard_stream_stays_closed),
        cmocka_unit_test(streams_that_cannot_be_prepared_are_told),
        cmocka_unit_test(signals_of_a_failed_write_are_ignored),
        cmocka_unit_test(output_that_was_lost_long_ago_is_reported),
        cmocka_unit_test(standard_output_that_is_full_is_reported),
        cmocka_unit_test(standard_output_that_nobody_reads_is_reported),
    };
    return cmocka_run_group_tests_name("files", tests, NULL, NULL) != 0;
}
