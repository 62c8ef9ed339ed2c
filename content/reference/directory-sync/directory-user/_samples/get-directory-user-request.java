import com.latchkey.Latchkey;

public class GetDirectoryUser {
  public static void main(String[] args) {
    var latchkey = new Latchkey(System.getenv("LATCHKEY_API_KEY"));

    var user = latchkey.directorySync.getUser("dirusr_01J9ZP6R8V");

    System.out.println(user.email + " " + user.state);
  }
}
