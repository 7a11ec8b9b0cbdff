package org.lienthong.catalogue;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All publications that ever were. */
interface Publications extends Repository<PublicationRow, Long> {

  PublicationRow save(PublicationRow row);

  void flush();

  /** Grows with each publication, on whatever node it is made. */
  @Query("select coalesce(max(p.id), 0) from PublicationRow p")
  long newest();

  /** The last version of every folder, retired ones included. */
  @Query(
      """
      select p from PublicationRow p
      where p.sequence = (
        select max(q.sequence) from PublicationRow q
        where q.kind = p.kind and q.folder = p.folder)
      order by p.kind, p.folder
      """)
  List<PublicationRow> latest();

  Optional<PublicationRow> findFirstByKindAndFolderOrderBySequenceDesc(
      FolderKind kind, String folder);

  Optional<PublicationRow> findByKindAndFolderAndSequence(
      FolderKind kind, String folder, int sequence);

  boolean existsByKindAndFolderAndDigest(FolderKind kind, String folder, String digest);

  Optional<PublicationRow> findFirstByDeploymentId(String deploymentId);
}
