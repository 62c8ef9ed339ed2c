import com.latchkey.Latchkey;
import com.latchkey.directorysync.DirectoryUserState;
import com.latchkey.directorysync.ListUsersOptions;

public class ListDirectoryUsers {
  public static void main(String[] args) {
    var latchkey = new Latchkey(System.getenv("LATCHKEY_API_KEY"));

    var list = latchkey.directorySync.listUsers(
        ListUsersOptions.builder()
            .directoryId("dir_01J9ZP1B4D")
            .state(DirectoryUserState.Active)
            .limit(50)
            .build());

    for (var user : list.data) {
      System.out.println(user.id + " " + user.email);
    }
  }
}
