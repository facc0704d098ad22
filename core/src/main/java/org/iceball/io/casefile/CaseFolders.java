package org.iceball.io.casefile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.iceball.units.CaseException;
import org.iceball.units.Complaint;
import org.iceball.units.Finding;

/**
 * The folders whose files a case may name: its own and the data folders. A case file may come from
 * a stranger, so a path that leads out of them, by {@code ..} or by a link, is refused.
 */
final class CaseFolders {
  private static final Pattern NOT_PORTABLE = Pattern.compile("\\\\|^[A-Za-z]:|^~|\\p{Cntrl}");

  private final List<Path> roots = new ArrayList<>();

  /**
   * @param own folder of the case file
   * @param data further folders, tried in this order
   * @throws CaseException where one is no folder
   */
  CaseFolders(Path own, List<Path> data) {
    add(own, "case file");
    data.forEach(d -> add(d, "--data"));
  }

  private void add(Path folder, String place) {
    try {
      Path real = folder.toRealPath();
      if (Files.isDirectory(real)) {
        roots.add(real);
        return;
      }
    } catch (IOException e) {
      // told below: whatever the reason, it can't be used as a folder
    }
    throw refuse(
        Complaint.FILE_NOT_FOUND, place, folder + " is no folder", "name a folder that exists");
  }

  /**
   * The file a case names.
   *
   * @return its real path, a plain file under one of the folders
   * @throws CaseException with {@code PATH_OUTSIDE_ROOTS} or {@code FILE_NOT_FOUND}, without place
   */
  Path find(String written) {
    Path relative = relative(written);
    boolean ledOut = false;
    for (Path root : roots) {
      Path candidate = root.resolve(relative).normalize();
      // before the file system is asked, so that nobody learns what lies outside
      if (!candidate.startsWith(root)) {
        ledOut = true;
        continue;
      }
      try {
        Path real = candidate.toRealPath();
        if (roots.stream().noneMatch(real::startsWith)) {
          ledOut = true;
        } else if (Files.isRegularFile(real)) {
          return real;
        }
      } catch (IOException e) {
        // not in this folder; the next one may have it
      }
    }
    throw ledOut ? outside(written) : missing(written);
  }

  private static Path relative(String written) {
    try {
      Path path = Path.of(written);
      if (!path.isAbsolute() && !NOT_PORTABLE.matcher(written).find()) {
        return path;
      }
    } catch (InvalidPathException e) {
      // told below, like every other path that isn't a plain relative one
    }
    throw outside(written);
  }

  private static CaseException outside(String written) {
    return refuse(
        Complaint.PATH_OUTSIDE_ROOTS,
        "path",
        Shown.of(written) + " leads out of the folders this case may read",
        "write a path with forward slashes relative to the case file's folder, or to a folder"
            + " given with --data");
  }

  private CaseException missing(String written) {
    String tried = roots.stream().map(Path::toString).collect(Collectors.joining(" or "));
    return refuse(
        Complaint.FILE_NOT_FOUND,
        "path",
        "there is no file " + Shown.of(written) + " under " + tried,
        "check the name, or give the folder that holds it with --data");
  }

  private static CaseException refuse(
      Complaint complaint, String place, String cause, String remedy) {
    return new CaseException(Finding.of(complaint, place, cause, remedy));
  }
}
